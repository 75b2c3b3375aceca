import { parseArn } from '@rolecall/policy';
import type { Diagnostic } from '../model/errors.ts';
import type { DesiredResource, DesiredRole } from '../model/resource.ts';
import { trustedPrincipals } from './dependencies.ts';
import type { LiveIndex } from './live-index.ts';

/**
 * IAM takes a trust policy only when the users and roles of this account that it names exist.
 * Better to say so now, with the line, than half-way through.
 */
export function checkPrincipals(
  desired: readonly DesiredResource[],
  arnOf: (resource: DesiredResource) => string,
  live: LiveIndex,
  account: string,
): readonly Diagnostic[] {
  const roles = desired.filter((resource) => resource.type === 'role');
  const declared = new Set(desired.map(arnOf));
  const existing = new Set([...live.all('user'), ...live.all('role')].map(({ arn }) => arn));
  return roles.flatMap((role) =>
    trustedPrincipals(role.trust)
      .filter((principal) => isOwnEntity(principal, account))
      .flatMap((principal) => {
        if (existing.has(principal)) return [];
        if (principal === arnOf(role)) return [trustsItself(role)];
        return declared.has(principal) ? [] : [missing(role, principal)];
      }),
  );
}

function isOwnEntity(principal: string, account: string): boolean {
  const arn = parseArn(principal);
  return arn?.service === 'iam' && arn.account === account && /^(user|role)\//.test(arn.resource);
}

function trustsItself(role: DesiredRole): Diagnostic {
  return {
    code: 'PRINCIPAL_INVALID',
    message: `${role.address} trusts itself, but does not exist yet: IAM refuses that.`,
    position: role.position,
    hint: 'Create the role without it first, or trust the account and test aws:PrincipalArn.',
  };
}

function missing(role: DesiredRole, principal: string): Diagnostic {
  return {
    code: 'PRINCIPAL_INVALID',
    message: `${role.address} trusts ${principal}, which neither exists nor is declared.`,
    position: role.position,
    hint: 'Mind path and upper case: IAM compares ARNs to the letter.',
  };
}
