import type { PrincipalElement, PrincipalEntry, Statement } from '../language/policy.ts';
import type { MatchScope } from './match-options.ts';
import { accountOfPrincipal, type RequestPrincipal } from './request-principal.ts';

/**
 * By what name an entry takes in a principal. `itself`: its own ARN, name or ID. `origin`: the role
 * the session is of, or the user a federated session was made by. `account`: the account it is in.
 */
export type PrincipalName = 'itself' | 'origin' | 'account' | 'everyone';

/**
 * Whether `Principal` or `NotPrincipal` takes in who makes the request. A statement with neither is
 * that of an identity policy and applies to the caller.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal" and "... NotPrincipal".
 */
export function principalMatches(
  { principal: element, effect }: Pick<Statement, 'principal' | 'effect'>,
  scope: MatchScope,
): boolean {
  if (element === undefined) return true;
  const names = namesListed(element, scope.request.principal);
  if (!element.negated) return names.size > 0;
  return effect === 'Allow' ? names.size === 0 : !escapesDeny(names, scope);
}

/** The names under which the element's entries take in the principal. */
export function namesListed(
  element: PrincipalElement,
  principal: RequestPrincipal | undefined,
): ReadonlySet<PrincipalName> {
  const names = new Set<PrincipalName>();
  for (const entry of element.principals) {
    const name = nameOf(entry, principal);
    if (name !== undefined) names.add(name);
  }
  return names;
}

/**
 * A principal in an account escapes only when the account is listed beside it, and a role's session
 * only with the role as well: each of these names is checked. One with a permissions boundary never
 * escapes.
 */
function escapesDeny(names: ReadonlySet<PrincipalName>, { request, options }: MatchScope): boolean {
  const { principal } = request;
  if (options.boundaryAttached === true) return false;
  if (names.has('everyone')) return true;
  if (options.notPrincipal === 'lenient') return names.size > 0;
  switch (principal?.kind) {
    case 'user':
    case 'federated-user':
    case 'account':
    case 'unrecognised':
      return names.has('account') && names.has('itself');
    case 'role-session':
      return names.has('account') && names.has('origin') && names.has('itself');
    default:
      return names.size > 0;
  }
}

function nameOf(
  entry: PrincipalEntry,
  principal: RequestPrincipal | undefined,
): PrincipalName | undefined {
  if (entry.everyone) return 'everyone';
  if (principal === undefined) return undefined;
  switch (entry.kind) {
    case 'AWS':
      return nameInAccount(entry.value, principal);
    case 'Service':
      return principal.kind === 'service' && principal.name === entry.value ? 'itself' : undefined;
    case 'Federated':
      // "*" is any provider: Access Analyzer reports new access for it (AWS samples of custom
      // policy checks, "allow-list-federated-access-oidc").
      return principal.kind === 'federated' &&
        (entry.value === '*' || principal.provider === entry.value)
        ? 'itself'
        : undefined;
    case 'CanonicalUser':
      return principal.kind === 'canonical-user' && principal.id === entry.value
        ? 'itself'
        : undefined;
    default:
      return entry.kind satisfies never;
  }
}

/** Entries name one principal or one account; they know no wildcards but `"*"` alone. */
function nameInAccount(value: string, principal: RequestPrincipal): PrincipalName | undefined {
  const account = accountNamed(value);
  if (account !== undefined) {
    if (accountOfPrincipal(principal) !== account) return undefined;
    return principal.kind === 'root' ? 'itself' : 'account';
  }
  switch (principal.kind) {
    case 'user':
      return value === principal.arn || value === principal.uniqueId ? 'itself' : undefined;
    case 'role-session':
      if (value === principal.sessionArn) return 'itself';
      return value === principal.roleArn || value === principal.uniqueId ? 'origin' : undefined;
    case 'federated-user':
      if (value === principal.arn) return 'itself';
      return value === principal.userArn ? 'origin' : undefined;
    case 'unrecognised':
      return value === principal.text ? 'itself' : undefined;
    default:
      return undefined;
  }
}

/** `123456789012` and `arn:aws:iam::123456789012:root` mean every principal of the account. */
function accountNamed(value: string): string | undefined {
  const found = /^(?:(\d{12})|arn:[a-z0-9-]{1,32}:iam::(\d{12}):root)$/.exec(value);
  return found?.[1] ?? found?.[2];
}
