import { parseJson, type SyntaxNode } from '@rolecall/policy';
import { type Draft, draftOfParts, type TextPart, type Unknown } from './draft.ts';

/**
 * A document that stands in a text: JSON, perhaps URL-encoded as IAM's API gives it. Its places are
 * that of the text. Unknown parts are taken as texts within the JSON's texts. `undefined`: the text
 * is no JSON.
 */
export function embeddedJson(
  parts: readonly TextPart[],
  place: { readonly start: number; readonly end: number },
): Draft | undefined {
  const unknowns: Unknown[] = [];
  if (parts.some((part) => typeof part === 'string' && mark.test(part))) return undefined;
  const text = parts
    .map((part) => {
      if (typeof part === 'string') return part;
      unknowns.push(part);
      return `\uE000${unknowns.length - 1}\uE001`;
    })
    .join('');
  const parsed = parseJson(decoded(text));
  if (!parsed.ok) return undefined;
  return placed(parsed.tree.root, (value) => draftOfParts(split(value, unknowns), place), place);
}

const mark = /[\uE000\uE001]/;

function decoded(text: string): string {
  if (!/^\s*%7B/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function split(value: string, unknowns: readonly Unknown[]): readonly TextPart[] {
  return value.split(/\uE000(\d+)\uE001/).flatMap((part, index): readonly TextPart[] => {
    if (index % 2 === 0) return [part];
    const unknown = unknowns[Number(part)];
    return unknown === undefined ? [] : [unknown];
  });
}

function placed(
  node: SyntaxNode,
  textOf: (value: string) => Draft,
  place: { readonly start: number; readonly end: number },
): Draft {
  const { start, end } = place;
  switch (node.kind) {
    case 'object':
      return {
        kind: 'object',
        start,
        end,
        members: node.members.map(({ key, value }) => ({
          key: { ...key, start, end },
          value: placed(value, textOf, place),
        })),
      };
    case 'array':
      return {
        kind: 'array',
        start,
        end,
        items: node.items.map((item) => placed(item, textOf, place)),
      };
    case 'string':
      return textOf(node.value);
    case 'hole':
      return { kind: 'null', start, end };
    default:
      return { ...node, start, end };
  }
}

/** A value as it stands, or the document in its text. */
export function documentIn(draft: Draft): Draft {
  if (draft.kind !== 'string' && draft.kind !== 'text') return draft;
  const parts = draft.kind === 'string' ? [draft.value] : draft.parts;
  return embeddedJson(parts, draft) ?? draft;
}
