import { parseConditionOperator } from '../language/condition-operator.ts';
import {
  memberOf,
  type ObjectNode,
  type SyntaxNode,
  type SyntaxTree,
} from '../text/syntax-tree.ts';
import type { PathElement } from './finding.ts';
import type {
  ConditionValue,
  LintCondition,
  LintDocument,
  LintStatement,
  LintTarget,
  PatternText,
  Place,
  PlacedElement,
  PlacedText,
  PrincipalText,
} from './lint-document.ts';

/** The document as rules see it; `undefined` when the text is JSON but no object. */
export function readLintDocument(tree: SyntaxTree, target: LintTarget): LintDocument | undefined {
  const { root } = tree;
  if (root.kind !== 'object') return undefined;
  const version = textAt(memberOf(root, 'Version'), [{ value: 'Version' }]);
  return {
    ...target,
    text: tree.text,
    root,
    place: placeOf(root, []),
    version,
    hasVariables: version?.value === '2012-10-17',
    statements: statementsOf(memberOf(root, 'Statement')),
  };
}

function statementsOf(node: SyntaxNode | undefined): readonly LintStatement[] {
  if (node === undefined) return [];
  const path = [{ value: 'Statement' }];
  if (node.kind === 'object') return [statementOf(node, 0, path)];
  if (node.kind !== 'array') return [];
  return node.items.flatMap((item, index) =>
    item.kind === 'object' ? [statementOf(item, index, [...path, { index }])] : [],
  );
}

function statementOf(node: ObjectNode, index: number, path: readonly PathElement[]): LintStatement {
  const elements = elementsOf(node, path);
  const effect = textAt(elements.get('Effect')?.node, [...path, { value: 'Effect' }])?.value;
  return {
    index,
    node,
    place: placeOf(node, path),
    sid: textAt(elements.get('Sid')?.node, [...path, { value: 'Sid' }]),
    effect: effect === 'Allow' || effect === 'Deny' ? effect : undefined,
    actions: patternsOf(elements, 'Action', 'NotAction'),
    resources: patternsOf(elements, 'Resource', 'NotResource'),
    principals: [
      ...principalsOf(elements.get('Principal')),
      ...principalsOf(elements.get('NotPrincipal')),
    ],
    conditions: conditionsOf(elements.get('Condition')),
    elements,
  };
}

function elementsOf(
  node: ObjectNode,
  path: readonly PathElement[],
): ReadonlyMap<string, PlacedElement> {
  return new Map(
    node.members.map(({ key, value }) => [
      key.value,
      {
        name: key.value,
        node: value,
        keyPlace: placeOf(key, [...path, { key: key.value }]),
        place: placeOf(value, [...path, { value: key.value }]),
      },
    ]),
  );
}

function patternsOf(
  elements: ReadonlyMap<string, PlacedElement>,
  name: string,
  notName: string,
): readonly PatternText[] {
  return [name, notName].flatMap((element) => {
    const found = elements.get(element);
    if (found === undefined) return [];
    const negated = element === notName;
    return textsAt(found.node, found.place.path).map((text) => ({ ...text, negated }));
  });
}

function principalsOf(element: PlacedElement | undefined): readonly PrincipalText[] {
  if (element === undefined) return [];
  const negated = element.name === 'NotPrincipal';
  const { node } = element;
  if (node.kind !== 'object')
    return textsAt(node, element.place.path).map((text) => ({ ...text, negated, kind: undefined }));
  return node.members.flatMap(({ key, value }) =>
    textsAt(value, [...element.place.path, { value: key.value }]).map((text) => ({
      ...text,
      negated,
      kind: key.value,
    })),
  );
}

function conditionsOf(element: PlacedElement | undefined): readonly LintCondition[] {
  if (element === undefined || element.node.kind !== 'object') return [];
  return element.node.members.flatMap(({ key: operator, value: keys }) => {
    if (keys.kind !== 'object') return [];
    const path = [...element.place.path, { value: operator.value }];
    return keys.members.map(({ key, value }) => ({
      operatorText: operator.value,
      operator: parseConditionOperator(operator.value),
      operatorPlace: placeOf(operator, [...element.place.path, { key: operator.value }]),
      key: key.value,
      keyPlace: placeOf(key, [...path, { key: key.value }]),
      node: value,
      place: placeOf(value, [...path, { value: key.value }]),
      values: valuesAt(value, [...path, { value: key.value }]),
    }));
  });
}

function valuesAt(node: SyntaxNode, path: readonly PathElement[]): readonly ConditionValue[] {
  if (node.kind === 'array')
    return node.items.flatMap((item, index) => scalarAt(item, [...path, { index }]));
  return scalarAt(node, path);
}

function scalarAt(node: SyntaxNode, path: readonly PathElement[]): readonly ConditionValue[] {
  const place = placeOf(node, path);
  if (node.kind === 'string') return [{ kind: 'string', value: node.value, place }];
  if (node.kind === 'number') return [{ kind: 'number', value: node.text, place }];
  if (node.kind === 'boolean') return [{ kind: 'boolean', value: String(node.value), place }];
  return [];
}

function textsAt(node: SyntaxNode, path: readonly PathElement[]): readonly PlacedText[] {
  if (node.kind !== 'array') return listOf(textAt(node, path));
  return node.items.flatMap((item, index) => listOf(textAt(item, [...path, { index }])));
}

function textAt(
  node: SyntaxNode | undefined,
  path: readonly PathElement[],
): PlacedText | undefined {
  return node?.kind === 'string' ? { value: node.value, place: placeOf(node, path) } : undefined;
}

function listOf<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

export function placeOf(node: SyntaxNode, path: readonly PathElement[]): Place {
  return { path, start: node.start, end: node.end };
}
