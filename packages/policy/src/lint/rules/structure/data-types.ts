import type { SyntaxNode } from '../../../text/syntax-tree.ts';
import type { PathElement } from '../../finding.ts';
import type { LintDocument } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { placeOf } from '../../read-lint-document.ts';
import { found } from './each-statement.ts';

/** Values whose JSON type is not the one their element takes. */
export function checkDataTypes(document: LintDocument): readonly RuleFinding[] {
  return document.root.members.flatMap(({ key, value }) => {
    const path = [{ value: key.value }];
    if (key.value === 'Version' || key.value === 'Id') return textFindings(value, path);
    return key.value === 'Statement' ? statementsFindings(value, path) : [];
  });
}

type Path = readonly PathElement[];

function statementsFindings(node: SyntaxNode, path: Path): readonly RuleFinding[] {
  if (node.kind !== 'array') return statementFindings(node, path);
  return node.items.flatMap((item, index) => statementFindings(item, [...path, { index }]));
}

function statementFindings(node: SyntaxNode, path: Path): readonly RuleFinding[] {
  if (node.kind !== 'object') return mismatch(node, path, 'an object');
  return node.members.flatMap(({ key, value }) =>
    elementFindings(key.value, value, [...path, { value: key.value }]),
  );
}

function elementFindings(name: string, node: SyntaxNode, path: Path): readonly RuleFinding[] {
  switch (name) {
    case 'Sid':
    case 'Effect':
      return textFindings(node, path);
    case 'Action':
    case 'NotAction':
    case 'Resource':
    case 'NotResource':
      return textsFindings(node, path);
    case 'Principal':
    case 'NotPrincipal':
      return principalFindings(node, path);
    case 'Condition':
      return conditionFindings(node, path);
    default:
      return [];
  }
}

/** Lists have a code of their own: see the format of Principal. */
function principalFindings(node: SyntaxNode, path: Path): readonly RuleFinding[] {
  if (node.kind === 'string' || node.kind === 'array') return [];
  if (node.kind !== 'object') return mismatch(node, path, 'an object');
  return node.members.flatMap(({ key, value }) =>
    textsFindings(value, [...path, { value: key.value }]),
  );
}

function conditionFindings(node: SyntaxNode, path: Path): readonly RuleFinding[] {
  if (node.kind !== 'object') return mismatch(node, path, 'an object');
  return node.members.flatMap(({ key, value: keys }) => {
    const inner = [...path, { value: key.value }];
    if (keys.kind !== 'object') return mismatch(keys, inner, 'an object');
    return keys.members.flatMap((member) =>
      valuesFindings(member.value, [...inner, { value: member.key.value }]),
    );
  });
}

function valuesFindings(node: SyntaxNode, path: Path): readonly RuleFinding[] {
  const isScalar = (value: SyntaxNode) => ['string', 'number', 'boolean'].includes(value.kind);
  const found = listed(node, path).find(({ value }) => !isScalar(value));
  return found === undefined ? [] : mismatch(found.value, found.path, 'a text');
}

function textsFindings(node: SyntaxNode, path: Path): readonly RuleFinding[] {
  return listed(node, path).flatMap((item) => textFindings(item.value, item.path));
}

function textFindings(node: SyntaxNode, path: Path): readonly RuleFinding[] {
  return node.kind === 'string' ? [] : mismatch(node, path, 'a text');
}

function listed(node: SyntaxNode, path: Path) {
  if (node.kind !== 'array') return [{ value: node, path }];
  return node.items.map((value, index) => ({ value, path: [...path, { index }] }));
}

/** What is known only later may well be of the right type. */
function mismatch(node: SyntaxNode, path: Path, expected: string): readonly RuleFinding[] {
  if (node.kind === 'hole') return [];
  return [
    found('DATA_TYPE_MISMATCH', `The value has to be ${expected} here.`, placeOf(node, path)),
  ];
}
