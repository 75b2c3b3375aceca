import type { SyntaxNode } from '../../../text/syntax-tree.ts';
import type { LintCondition, LintDocument, LintStatement } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { placeOf } from '../../read-lint-document.ts';
import { eachCondition, eachStatement, found } from './each-statement.ts';
import { namesPrincipals } from './policy-form.ts';

/** Lists and objects without content. */
export const emptyValueRules: readonly LintRule[] = [
  eachStatement(emptyPatterns),
  eachStatement(emptyPrincipals),
  eachStatement(emptyConditionBlocks),
  eachCondition(emptyConditionValues),
];

const patternCodes: ReadonlyMap<string, string> = new Map([
  ['Action', 'EMPTY_ARRAY_ACTION'],
  ['NotAction', 'EMPTY_ARRAY_ACTION'],
  ['Resource', 'EMPTY_ARRAY_RESOURCE'],
  ['NotResource', 'EMPTY_ARRAY_RESOURCE'],
]);

function emptyPatterns({ elements }: LintStatement): readonly RuleFinding[] {
  return [...elements.values()].flatMap(({ name, node, place }) => {
    const code = patternCodes.get(name);
    if (code === undefined || !isEmptyList(node)) return [];
    return [found(code, `${name} lists nothing, so the statement has no effect.`, place)];
  });
}

function emptyPrincipals(
  { elements }: LintStatement,
  document: LintDocument,
): readonly RuleFinding[] {
  if (!namesPrincipals(document)) return [];
  return [...elements.values()].flatMap(({ name, node, place }) => {
    if (name !== 'Principal' && name !== 'NotPrincipal') return [];
    const details = `${name} names nobody, so the statement has no effect.`;
    if (isEmptyList(node)) return [found('EMPTY_ARRAY_PRINCIPAL', details, place)];
    if (node.kind !== 'object') return [];
    if (node.members.length === 0) return [found('EMPTY_OBJECT_PRINCIPAL', details, place)];
    return node.members.flatMap(({ key, value }) =>
      isEmptyList(value)
        ? [
            found(
              'EMPTY_ARRAY_PRINCIPAL',
              details,
              placeOf(value, [...place.path, { value: key.value }]),
            ),
          ]
        : [],
    );
  });
}

function emptyConditionBlocks({ elements }: LintStatement): readonly RuleFinding[] {
  const condition = elements.get('Condition');
  if (condition?.node.kind !== 'object') return [];
  const { path } = condition.place;
  const blocks = condition.node.members.map(({ key, value }) => ({
    node: value,
    place: placeOf(value, [...path, { value: key.value }]),
  }));
  return [condition, ...blocks].flatMap(({ node, place }) =>
    node.kind === 'object' && node.members.length === 0
      ? [found('EMPTY_OBJECT_CONDITION', 'The condition block is empty.', place)]
      : [],
  );
}

function emptyConditionValues(condition: LintCondition): readonly RuleFinding[] {
  if (!isEmptyList(condition.node)) return [];
  const [code, meaning] = meaningOfEmpty(condition);
  return [found(code, `There are no values for ${condition.key}: ${meaning}.`, condition.place)];
}

function meaningOfEmpty({ operator }: LintCondition): readonly [code: string, meaning: string] {
  const absent = 'it holds only where the key is missing; write Null with "true"';
  if (operator?.qualifier === 'ForAllValues') return ['EMPTY_ARRAY_CONDITION_FORALLVALUES', absent];
  if (operator?.qualifier === 'ForAnyValue')
    return ['EMPTY_ARRAY_CONDITION_FORANYVALUE', 'it never holds'];
  if (operator?.ifExists) return ['EMPTY_ARRAY_CONDITION_IFEXISTS', absent];
  return ['EMPTY_ARRAY_CONDITION', 'list some'];
}

function isEmptyList(node: SyntaxNode): boolean {
  return node.kind === 'array' && node.items.length === 0;
}
