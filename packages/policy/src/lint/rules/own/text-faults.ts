import type { SyntaxNode } from '../../../text/syntax-tree.ts';
import type { PathElement } from '../../finding.ts';
import type { LintDocument } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { placeOf } from '../../read-lint-document.ts';
import { found } from '../structure/each-statement.ts';

/** The first character that IAM refuses. Source: IAM API Reference, `PolicyDocument`. */
export function checkCharacters({ text, root }: LintDocument): readonly RuleFinding[] {
  for (let at = root.start; at < root.end; at++) {
    const code = text.charCodeAt(at);
    const isAccepted = (code >= 0x20 && code <= 0xff) || [9, 10, 13].includes(code);
    if (!isAccepted)
      return [
        found(
          'UNACCEPTED_CHARACTER',
          `IAM does not take the character U+${code.toString(16).toUpperCase().padStart(4, '0')}.`,
          { path: [], start: at, end: at + 1 },
        ),
      ];
  }
  return [];
}

/** Members written twice, at any depth; keys of conditions included. */
export function checkDuplicateMembers({ root }: LintDocument): readonly RuleFinding[] {
  return duplicatesIn(root, []);
}

function duplicatesIn(node: SyntaxNode, path: readonly PathElement[]): readonly RuleFinding[] {
  if (node.kind === 'array')
    return node.items.flatMap((item, index) => duplicatesIn(item, [...path, { index }]));
  if (node.kind !== 'object') return [];
  const seen = new Set<string>();
  return node.members.flatMap(({ key, value }) => {
    const isRepeated = seen.has(key.value);
    seen.add(key.value);
    const inner = duplicatesIn(value, [...path, { value: key.value }]);
    if (!isRepeated) return inner;
    const place = placeOf(key, [...path, { key: key.value }]);
    return [found('DUPLICATE_ELEMENT', `"${key.value}" stands here twice.`, place), ...inner];
  });
}
