import type { SyntaxNode } from '../../../text/syntax-tree.ts';
import type { LintDocument, LintStatement, PlacedElement } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { eachStatement, found } from './each-statement.ts';

/**
 * What service and resource control policies take.
 * Source: Organizations User Guide, "SCP syntax" and "RCP syntax".
 */
export const organizationPolicyRules: readonly LintRule[] = [
  eachStatement(scpFindings),
  eachStatement(rcpFindings),
];

function scpFindings({ elements }: LintStatement, document: LintDocument): readonly RuleFinding[] {
  if (document.policyType !== 'SERVICE_CONTROL_POLICY') return [];
  return listOf(elements, ['Principal', 'NotPrincipal']).map(({ name, place }) =>
    found(
      'SCP_SYNTAX_ERROR_PRINCIPAL',
      `A service control policy has no ${name}; use aws:PrincipalArn in Condition.`,
      place,
    ),
  );
}

function rcpFindings(statement: LintStatement, document: LintDocument): readonly RuleFinding[] {
  if (document.policyType !== 'RESOURCE_CONTROL_POLICY') return [];
  const { elements } = statement;
  return [
    ...otherPrincipals(elements).map(({ place }) =>
      found(
        'RCP_SYNTAX_ERROR_PRINCIPAL',
        'The Principal of a resource control policy is "*"; there is no NotPrincipal.',
        place,
      ),
    ),
    ...listOf(elements, ['NotAction']).map(({ place }) =>
      found('RCP_SYNTAX_ERROR_NOTACTION', 'A resource control policy has no NotAction.', place),
    ),
    ...allowFindings(statement),
  ];
}

function allowFindings({ effect, elements }: LintStatement): readonly RuleFinding[] {
  if (effect !== 'Allow') return [];
  const narrowing = [
    ...otherPrincipals(elements),
    ...listOf(elements, ['Resource']).filter(({ node }) => !isEverything(node)),
    ...listOf(elements, ['NotResource', 'Condition']),
  ].sort((left, right) => left.place.start - right.place.start);
  if (narrowing.length === 0) return [];
  return [
    found(
      'RCP_SYNTAX_ERROR_ALLOW',
      'A resource control policy allows only everyone and all resources, without a Condition.',
      ...narrowing.map(({ place }) => place),
    ),
  ];
}

type Elements = LintStatement['elements'];

function otherPrincipals(elements: Elements): readonly PlacedElement[] {
  return [
    ...listOf(elements, ['Principal']).filter(({ node }) => !isEveryone(node)),
    ...listOf(elements, ['NotPrincipal']),
  ];
}

function isEveryone(node: SyntaxNode): boolean {
  if (node.kind !== 'object') return isEverything(node);
  const [first] = node.members;
  return node.members.length === 1 && first?.key.value === 'AWS' && isEverything(first.value);
}

function isEverything(node: SyntaxNode): boolean {
  if (node.kind === 'hole') return true;
  const items = node.kind === 'array' ? node.items : [node];
  return items.length > 0 && items.every((item) => item.kind === 'string' && item.value === '*');
}

function listOf(elements: Elements, names: readonly string[]): readonly PlacedElement[] {
  return names.flatMap((name) => elements.get(name) ?? []);
}
