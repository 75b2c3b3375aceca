import { parseIamArn } from '../../../arn.ts';
import type { LintStatement, PrincipalText } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { eachStatement, found } from './each-statement.ts';
import { isTrustPolicy } from './policy-form.ts';

/**
 * What trust policies of roles take and refuse.
 * Source: IAM User Guide, "IAM policy validation check reference", the checks named "Role trust policy".
 */
export const checkTrustPolicy = eachStatement((statement, document) => {
  if (!isTrustPolicy(document)) return [];
  return [
    ...elementFindings(statement),
    ...statement.principals.flatMap(federatedFindings),
    ...redundantSessions(statement),
  ];
});

function elementFindings({ elements }: LintStatement): readonly RuleFinding[] {
  return [...elements.values()].flatMap(({ name, node, place }) => {
    if (name === 'NotPrincipal')
      return [
        found(
          'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
          'A trust policy has no NotPrincipal; name the principals in Principal.',
          place,
        ),
      ];
    if (name === 'Resource' || name === 'NotResource')
      return [
        found(
          'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
          `A trust policy is about the role it belongs to; remove ${name}.`,
          place,
        ),
      ];
    if (name === 'Principal' && node.kind === 'string' && node.value === '*')
      return [
        found(
          'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
          'A trust policy does not take "*" as its Principal; name the principals.',
          place,
        ),
      ];
    return [];
  });
}

const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,30}[a-z]{2,63}(?:\/\S{1,255})?$/i;

function federatedFindings({ kind, value, place }: PrincipalText): readonly RuleFinding[] {
  if (kind !== 'Federated' || domain.test(value) || isProviderArn(value)) return [];
  return [
    found(
      'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
      'A federated principal is a domain or the ARN of a SAML or OIDC provider.',
      place,
    ),
  ];
}

/** The name of an OIDC provider may hold slashes. */
function isProviderArn(text: string): boolean {
  return /^arn:[a-z0-9-]+:iam::\d{12}:(?:saml-provider|oidc-provider)\/[^*?]+$/.test(text);
}

/** The user guide writes role sessions with the service iam, AWS itself with sts. */
const session = /^arn:([^:]+):(?:sts|iam)::(\d{12}):assumed-role\/([^/]+)\/.+$/;

function redundantSessions({ principals }: LintStatement): readonly RuleFinding[] {
  const roles = new Map(
    principals.flatMap(({ kind, value }) => {
      const arn = kind === 'AWS' ? parseIamArn(value) : undefined;
      if (arn?.type !== 'role') return [];
      return [[[arn.partition, arn.account, arn.name].join(':'), value] as const];
    }),
  );
  return principals.flatMap(({ kind, value, place }) => {
    const parts = kind === 'AWS' ? session.exec(value) : null;
    const role = parts === null ? undefined : roles.get(parts.slice(1, 4).join(':'));
    if (role === undefined) return [];
    return [
      found(
        'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
        `The session is one of the role "${role}", which is listed as well.`,
        place,
      ),
    ];
  });
}
