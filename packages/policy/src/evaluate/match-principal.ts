import type {
  PrincipalElement,
  PrincipalEntry,
  PrincipalKind,
  Statement,
} from '../language/policy.ts';
import { partitions } from '../partition.ts';
import { globMatches, isStars, parseGlob } from './glob.ts';
import type { MatchOptions, MatchScope } from './match-options.ts';
import {
  accountOfPrincipal,
  partitionOfPrincipal,
  type RequestPrincipal,
} from './request-principal.ts';

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
  const names = namesListed(element, scope.request.principal, scope.options);
  if (!element.negated) return names.size > 0;
  return effect === 'Allow' ? names.size === 0 : !escapesDeny(names, scope);
}

/** The names under which the element's entries take in the principal. */
export function namesListed(
  element: PrincipalElement,
  principal: RequestPrincipal | undefined,
  { principalWildcards = 'literal' }: MatchOptions = {},
): ReadonlySet<PrincipalName> {
  const names = new Set<PrincipalName>();
  for (const entry of element.principals)
    for (const name of namesOf(entry, principal, principalWildcards)) names.add(name);
  return names;
}

/**
 * A principal in an account escapes only when the account is listed beside it, and a role's session
 * only with the role as well: each of these names is checked. A federated user's session escapes
 * with the user it was made by, of which AWS says nothing. One with a permissions boundary never
 * escapes.
 */
function escapesDeny(names: ReadonlySet<PrincipalName>, { request, options }: MatchScope): boolean {
  const { principal } = request;
  const strict = options.notPrincipal === 'strict';
  if (options.boundaryAttached === true) return false;
  if (names.has('everyone')) return true;
  if (options.notPrincipal === 'lenient') return names.size > 0;
  switch (principal?.kind) {
    case 'user':
    case 'account':
    case 'unrecognised':
      return names.has('account') && names.has('itself');
    case 'federated-user': {
      const listed = names.has('itself') || (names.has('origin') && !strict);
      return names.has('account') && listed;
    }
    case 'role-session':
      return names.has('account') && names.has('origin') && names.has('itself');
    default:
      return names.size > 0;
  }
}

function namesOf(
  entry: PrincipalEntry,
  principal: RequestPrincipal | undefined,
  wildcards: NonNullable<MatchOptions['principalWildcards']>,
): readonly PrincipalName[] {
  if (entry.everyone) return ['everyone'];
  const { kind, value } = entry;
  if (wildcards === 'patterns' && kind === 'AWS' && isStars(value)) return ['everyone'];
  if (principal === undefined) return [];
  if (wildcards === 'patterns' && /[*?]/.test(value)) {
    const pattern = parseGlob(value);
    return spellingsOf(principal)
      .filter((one) => one.kind === kind && globMatches(pattern, one.text))
      .map(({ name }) => name);
  }
  // "*" is any provider: Access Analyzer reports new access for it (AWS samples of custom policy
  // checks, "allow-list-federated-access-oidc").
  if (kind === 'Federated' && value === '*')
    return principal.kind === 'federated' ? ['itself'] : [];
  // Where the partition of an account is not known, its root ARN of any partition will do.
  const root = rootArn.exec(value)?.[1];
  if (root !== undefined && partitionOfPrincipal(principal) === undefined)
    return accountOfPrincipal(principal) === root ? [accountName(principal)] : [];
  return spellingsOf(principal)
    .filter((one) => one.kind === kind && one.text === value)
    .map(({ name }) => name);
}

const rootArn = /^arn:[a-z0-9-]{1,32}:iam::(\d{12}):root$/;

interface Spelling {
  readonly kind: PrincipalKind;
  readonly text: string;
  readonly name: PrincipalName;
}

/** Every entry that names the principal: its account as ID and as root ARN, and its own names. */
function spellingsOf(principal: RequestPrincipal): readonly Spelling[] {
  const own = (name: PrincipalName, text: string | undefined): readonly Spelling[] =>
    text === undefined ? [] : [{ kind: 'AWS', text, name }];
  const account = accountSpellings(principal);
  switch (principal.kind) {
    case 'user':
      return [...account, ...own('itself', principal.arn), ...own('itself', principal.uniqueId)];
    case 'role-session':
      return [
        ...account,
        ...own('itself', principal.sessionArn),
        ...own('origin', principal.roleArn),
        ...own('origin', principal.uniqueId),
      ];
    case 'federated-user':
      return [...account, ...own('itself', principal.arn), ...own('origin', principal.userArn)];
    case 'unrecognised':
      return [...account, ...own('itself', principal.text)];
    case 'root':
    case 'account':
      return account;
    case 'service':
      return [{ kind: 'Service', text: principal.name, name: 'itself' }];
    case 'federated':
      return [{ kind: 'Federated', text: principal.provider, name: 'itself' }];
    case 'canonical-user':
      return [{ kind: 'CanonicalUser', text: principal.id, name: 'itself' }];
    case 'anonymous':
      return [];
    default:
      return principal satisfies never;
  }
}

/** `123456789012` and `arn:aws:iam::123456789012:root` mean every principal of the account. */
function accountSpellings(principal: RequestPrincipal): readonly Spelling[] {
  const account = accountOfPrincipal(principal);
  if (account === undefined) return [];
  const partition = partitionOfPrincipal(principal);
  const roots = partition === undefined ? partitions.map(({ id }) => id) : [partition];
  return [account, ...roots.map((id) => `arn:${id}:iam::${account}:root`)].map((text) => ({
    kind: 'AWS',
    text,
    name: accountName(principal),
  }));
}

function accountName({ kind }: RequestPrincipal): PrincipalName {
  return kind === 'root' ? 'itself' : 'account';
}
