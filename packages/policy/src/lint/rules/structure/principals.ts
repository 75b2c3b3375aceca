import type { LintDocument, LintStatement, PrincipalText } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { placeOf } from '../../read-lint-document.ts';
import { eachStatement, found } from './each-statement.ts';
import { isTrustPolicy, namesPrincipals } from './policy-form.ts';

/**
 * Principal and NotPrincipal of resource and trust policies, and of identity policies, which take
 * none. Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export const principalRules: readonly LintRule[] = [
  eachStatement(unsupportedPrincipal),
  eachStatement(principalForm),
  eachStatement(principalValues),
];

const kinds: ReadonlySet<string> = new Set(['AWS', 'CanonicalUser', 'Federated', 'Service']);

function principalElements({ elements }: LintStatement) {
  return [...elements.values()].filter(
    ({ name }) => name === 'Principal' || name === 'NotPrincipal',
  );
}

function unsupportedPrincipal(
  statement: LintStatement,
  { policyType }: LintDocument,
): readonly RuleFinding[] {
  if (policyType !== 'IDENTITY_POLICY') return [];
  return principalElements(statement).map(({ name, place }) =>
    found('UNSUPPORTED_PRINCIPAL', `An identity policy has no ${name}; remove it.`, place),
  );
}

function principalForm(statement: LintStatement, document: LintDocument): readonly RuleFinding[] {
  if (!namesPrincipals(document)) return [];
  return principalElements(statement).flatMap(({ name, node, place }) => {
    const isOtherText = node.kind === 'string' && node.value !== '*';
    const isFilledList = node.kind === 'array' && node.items.length > 0;
    if (isOtherText || isFilledList)
      return [
        found(
          'INVALID_PRINCIPAL_FORMAT',
          `${name} is "*" or an object such as { "AWS": "…" }.`,
          place,
        ),
      ];
    if (node.kind !== 'object') return [];
    return node.members.flatMap(({ key }) =>
      kinds.has(key.value)
        ? []
        : [
            found(
              'INVALID_PRINCIPAL_KEY',
              `"${key.value}" is no kind of principal; there are AWS, CanonicalUser, Federated and Service.`,
              placeOf(key, [...place.path, { key: key.value }]),
            ),
          ],
    );
  });
}

function principalValues(statement: LintStatement, document: LintDocument): readonly RuleFinding[] {
  if (!namesPrincipals(document)) return [];
  return statement.principals.flatMap((principal) => [
    ...wildcardFindings(principal),
    ...idFindings(principal),
    ...federatedFindings(principal, statement, document),
  ]);
}

function wildcardFindings({ kind, value, place }: PrincipalText): readonly RuleFinding[] {
  if (kind === undefined || !kinds.has(kind) || !/[*?]/.test(value)) return [];
  if (kind === 'AWS' && value === '*') return [];
  return [
    found(
      'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
      `A principal of the kind ${kind} is named in full, without "*" or "?".`,
      place,
    ),
  ];
}

/** Unique IDs of roles begin with AROA, those of users with AIDA. */
function idFindings({ kind, value, place }: PrincipalText): readonly RuleFinding[] {
  const id = kind === 'AWS' ? /^(AROA|AIDA)[A-Z0-9]{8,124}(?:$|:)/.exec(value)?.[1] : undefined;
  if (id === undefined) return [];
  const [code, what] =
    id === 'AROA' ? ['INVALID_ROLE_REFERENCE', 'role'] : ['INVALID_USER_REFERENCE', 'user'];
  return [found(code, `"${value}" is the ID of a ${what}; name the ${what} by its ARN.`, place)];
}

function federatedFindings(
  { kind, place }: PrincipalText,
  statement: LintStatement,
  document: LintDocument,
): readonly RuleFinding[] {
  if (kind !== 'Federated' || mayBeTrustStatement(statement, document)) return [];
  return [
    found(
      'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
      'Only trust policies of roles name federated principals.',
      place,
    ),
  ];
}

/** Without a resource type, a statement that is about actions of STS is taken for a trust policy's. */
function mayBeTrustStatement({ actions }: LintStatement, document: LintDocument): boolean {
  if (document.resourceType !== undefined) return isTrustPolicy(document);
  return actions.length === 0 || actions.some(({ value }) => /^(?:sts:|[^:]*[*?])/i.test(value));
}
