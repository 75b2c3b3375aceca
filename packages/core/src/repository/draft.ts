import type { SyntaxNode } from '@rolecall/policy';

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * A value as a template or plan gives it: what is known, and what only a deployment tells. Places
 * are offsets in the file.
 */
export type Draft =
  | KnownScalar
  | DraftObject
  | DraftArray
  | DraftText
  | DraftUnknown
  | DraftChoice
  | (Place & { readonly kind: 'absent' });

export type KnownScalar = Extract<SyntaxNode, { kind: 'string' | 'number' | 'boolean' | 'null' }>;
export type KnownText = Extract<SyntaxNode, { kind: 'string' }>;

export interface DraftObject extends Place {
  readonly kind: 'object';
  readonly members: readonly DraftMember[];
}

export interface DraftMember {
  readonly key: KnownText;
  readonly value: Draft;
}

export interface DraftArray extends Place {
  readonly kind: 'array';
  readonly items: readonly Draft[];
}

/** A text of which parts are unknown. */
export interface DraftText extends Place {
  readonly kind: 'text';
  readonly parts: readonly TextPart[];
}

export type TextPart = string | Unknown;

/** May be anything: a text, a list of texts, an object. */
export interface DraftUnknown extends Place {
  readonly kind: 'unknown';
  readonly unknown: Unknown;
}

/** `Fn::If`. */
export interface DraftChoice extends Place {
  readonly kind: 'choice';
  readonly condition: Unknown;
  readonly whenTrue: Draft;
  readonly whenFalse: Draft;
}

export interface Unknown {
  /** As people know it: `Bucket`, `Table.Arn`. */
  readonly name: string;
  /** Equal identities stand for equal values, in one file before and after a change. */
  readonly identity: string;
  /** Holds no colon, no wildcard and none of `$ { } '`: an account id, a region, a partition. */
  readonly plain: boolean;
}

/** The text of parts, as simple as it can be. */
export function draftOfParts(parts: readonly TextPart[], { start, end }: Place): Draft {
  const merged: TextPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string')
      merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  const [first] = merged;
  if (first === undefined) return { kind: 'string', value: '', start, end };
  if (merged.length > 1) return { kind: 'text', parts: merged, start, end };
  return typeof first === 'string'
    ? { kind: 'string', value: first, start, end }
    : { kind: 'unknown', unknown: first, start, end };
}

/** The parts of a text; `undefined` for what is no text. */
export function partsOf(draft: Draft): readonly TextPart[] | undefined {
  if (draft.kind === 'string') return [draft.value];
  if (draft.kind === 'text') return draft.parts;
  return draft.kind === 'unknown' ? [draft.unknown] : undefined;
}

export function memberIn(draft: Draft | undefined, name: string): Draft | undefined {
  if (draft?.kind !== 'object') return undefined;
  const value = draft.members.find(({ key }) => key.value === name)?.value;
  return value?.kind === 'absent' ? undefined : value;
}

/** A known text. */
export function textIn(draft: Draft | undefined, name: string): string | undefined {
  const value = memberIn(draft, name);
  return value?.kind === 'string' ? value.value : undefined;
}

/** One value or a list of them, as a list. */
export function listOf(draft: Draft | undefined): readonly Draft[] {
  if (draft === undefined || draft.kind === 'absent') return [];
  return draft.kind === 'array' ? draft.items : [draft];
}

/** One text for one meaning: the order of an object's members and all places are left out. */
export function canonicalDraft(draft: Draft): string {
  switch (draft.kind) {
    case 'object': {
      const members = draft.members
        .filter(({ value }) => value.kind !== 'absent')
        .map(({ key, value }) => `${JSON.stringify(key.value)}:${canonicalDraft(value)}`);
      return `{${members.sort().join(',')}}`;
    }
    case 'array':
      return `[${draft.items.map(canonicalDraft).join(',')}]`;
    case 'string':
      return JSON.stringify(draft.value);
    case 'number':
      return draft.text;
    case 'boolean':
      return String(draft.value);
    case 'null':
    case 'absent':
      return draft.kind;
    case 'text':
      return `text(${draft.parts.map(canonicalPart).join('')})`;
    case 'unknown':
      return `text(${canonicalPart(draft.unknown)})`;
    case 'choice':
      return `if(${JSON.stringify(draft.condition.identity)},${canonicalDraft(draft.whenTrue)},${canonicalDraft(draft.whenFalse)})`;
    default:
      return draft satisfies never;
  }
}

function canonicalPart(part: TextPart): string {
  return typeof part === 'string' ? JSON.stringify(part) : `<${JSON.stringify(part.identity)}>`;
}

/** `arn:aws:s3:::${Bucket}/*`. */
function shownParts(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : `\${${part.name}}`)).join('');
}

/** What a person sees of it. */
export function shownDraft(draft: Draft): string {
  const parts = partsOf(draft);
  if (parts !== undefined) return shownParts(parts);
  return draft.kind === 'choice' ? `if ${draft.condition.name}` : draft.kind;
}
