import type { SyntaxNode } from '../../../text/syntax-tree.ts';
import type { LintDocument, LintStatement } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { foundAll } from './each-statement.ts';
import { groupBy } from './group-by.ts';

/** Statements that differ in nothing but their Sid, the order of lists, and what IAM reads alike. */
export function checkRedundantStatements({ statements }: LintDocument): readonly RuleFinding[] {
  const meaningful = statements.filter(
    ({ effect, actions }) => effect !== undefined && actions.length > 0,
  );
  return groupBy(meaningful, meaningOf)
    .filter((group) => group.length > 1)
    .map((group) =>
      foundAll(
        'REDUNDANT_STATEMENT',
        `${group.length} statements say the same; keep one of them.`,
        group,
      ),
    );
}

/** Equal texts for statements of equal meaning. */
function meaningOf({ elements }: LintStatement): string {
  const entries = [...elements.values()].flatMap(({ name, node }) =>
    name === 'Sid' ? [] : [[name, meaningOfValue(node, elementForms.get(name) ?? exact)].join('=')],
  );
  return JSON.stringify(entries.sort());
}

interface Form {
  readonly keys: (text: string) => string;
  readonly values: (text: string) => string;
}

const asWritten = (text: string) => text;
const withoutCase = (text: string) => text.toLowerCase();
const exact: Form = { keys: asWritten, values: asWritten };
const elementForms: ReadonlyMap<string, Form> = new Map([
  ['Action', { keys: asWritten, values: withoutCase }],
  ['NotAction', { keys: asWritten, values: withoutCase }],
  ['Condition', { keys: withoutCase, values: asWritten }],
]);

/** A list of one is its item; `true` and `"true"` are the same. */
function meaningOfValue(node: SyntaxNode, form: Form): string {
  switch (node.kind) {
    case 'object':
      return JSON.stringify(
        node.members
          .map(({ key, value }) => [form.keys(key.value), meaningOfValue(value, form)])
          .sort(),
      );
    case 'array': {
      const items = [...new Set(node.items.map((item) => meaningOfValue(item, form)))].sort();
      return items.length === 1 ? (items[0] ?? '') : JSON.stringify(items);
    }
    case 'string':
      return form.values(node.value);
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    case 'hole':
      return `hole ${node.text}`;
    default:
      return node satisfies never;
  }
}
