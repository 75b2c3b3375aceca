import { plainOperator } from './conditions.ts';
import { isObject, type JsonObject, textsOf } from './json.ts';
import { malformed } from './malformed.ts';

/**
 * OIDC issuers that many tenants share → the claim IAM wants tested in a trust (identity-provider
 * controls, 2025-06). Matching is on the end of the Federated principal.
 */
const claims: Readonly<Record<string, string>> = {
  'agent.buildkite.com': 'sub',
  'api.pulumi.com/oidc': 'aud',
  'app.terraform.io': 'sub',
  'cognito-identity.amazonaws.com': 'aud',
  'gitlab.com': 'sub',
  'oidc-configuration.audit-log.githubusercontent.com': 'sub',
  'oidc.codefresh.io': 'sub',
  'oidc.vercel.com': 'aud',
  'proidc.upbound.io': 'sub',
  'sandboxes.cloud': 'aud',
  'scalr.io': 'sub',
  'studio.datachain.ai/api': 'sub',
  'token.actions.githubusercontent.com': 'sub',
  'tokens.cloud.shisho.dev': 'sub',
  'vstoken.actions.githubusercontent.com': 'sub',
};

const restricting = new Set(['StringEquals', 'StringEqualsIgnoreCase', 'StringLike']);

/** Refuses a trust in a shared issuer that does not say which of its tenants it means. */
export function checkSharedIssuers(statement: JsonObject): void {
  const { Principal, Effect, Condition } = statement;
  if (Effect !== 'Allow' || !isObject(Principal)) return;
  for (const provider of textsOf(Principal['Federated']) ?? []) {
    const issuer = provider.replace(/^arn:[^:]*:iam::\d*:oidc-provider\//, '');
    const claim = claims[issuer];
    if (claim !== undefined && !isTested(Condition, `${issuer}:${claim}`)) {
      malformed(
        `The trust policy for the shared OIDC provider ${issuer} must evaluate the claim ${issuer}:${claim} with a value that is not a wildcard.`,
      );
    }
  }
}

function isTested(condition: unknown, wanted: string): boolean {
  if (!isObject(condition)) return false;
  return Object.entries(condition).some(([operator, keys]) => {
    if (!restricting.has(plainOperator(operator)) || /IfExists$/.test(operator)) return false;
    if (operator.startsWith('ForAllValues:') || !isObject(keys)) return false;
    return Object.entries(keys).some(([key, value]) => {
      const values = textsOf(value) ?? [];
      const matches = key.toLowerCase() === wanted.toLowerCase();
      return matches && values.length > 0 && values.every((text) => !/^[*?]*$/.test(text));
    });
  });
}
