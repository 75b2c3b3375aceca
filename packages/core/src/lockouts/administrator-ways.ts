import { awsOwnership } from '../checks/aws-owned-role.ts';
import type { CheckContext } from '../checks/check.ts';
import { isIdentityCenterRole } from '../checks/identity-center-role.ts';
import { indexPower, type PowerIndex } from '../checks/principal-power.ts';
import { accountOf, trustedPrincipals } from '../checks/trusted-principals.ts';
import type { Role, User } from '../model/snapshot.ts';
import type { AccessParts } from './access-parts.ts';
import { type Asker, mayAsk } from './asker.ts';
import { type Askers, askersIn } from './askers.ts';
import { mayAdminister, mayEnrolOwnMfa } from './may-administer.ts';

/** Somebody who is not root and can become administrator. */
export interface AdministratorWay {
  /** Who begins it: a user, an identity provider, another account. */
  readonly source: string;
  /** The user or role that is administrator. */
  readonly by: string;
}

export interface WaysChoice {
  /**
   * The ways that are open; or those that are `shut`, as they ask users for MFA who have no device and
   * may not enrol one; or either.
   */
  readonly which?: 'open' | 'shut' | 'either';
  /** Counts users too who are known to have nothing to sign in with. */
  readonly withoutMeans?: boolean;
  /** Counts too who comes with a token of an OIDC provider, as programs do. */
  readonly withTokens?: boolean;
}

/** Who can become administrator at this moment; what is not known of them speaks for them. */
export function administratorWays(
  parts: AccessParts,
  context: CheckContext,
  { which = 'open', withoutMeans = false, withTokens = false }: WaysChoice = {},
): readonly AdministratorWay[] {
  const users = parts.users.filter((user) => withoutMeans || maySignIn(user, parts));
  const index = indexPower(parts, context);
  const world = { parts, users, context, withTokens, askers: askersIn(parts, context) };
  const ofUsers = users
    .filter((user) => isPowerful(index.ofUser(user)))
    .flatMap((user) => {
      const way = waysOf(user, world, (asker) => mayAdminister(asker, user.arn));
      return way === 'none' ? [] : [{ source: user.arn, by: user.arn, isShut: way === 'shut' }];
    });
  const ofRoles = parts.roles
    .filter((role) => hasPeople(role) && isPowerful(index.ofRole(role)))
    .filter((role) => mayAdminister(world.askers.session(role), role.arn))
    .flatMap((role) => sourcesOf(role, world).map((way) => ({ ...way, by: role.arn })));
  return [...ofUsers, ...ofRoles]
    .filter(({ isShut }) => which === 'either' || isShut === (which === 'shut'))
    .map(({ source, by }) => ({ source, by }));
}

function isPowerful({ power, raises }: ReturnType<PowerIndex['ofUser']>): boolean {
  return power !== 'none' && power !== 'undecided' && raises();
}

/** What was not read may be there. */
function maySignIn({ name }: User, { means }: AccessParts): boolean {
  const own = means.get(name);
  return own === undefined || own.hasPassword || own.accessKeys > 0;
}

function hasPeople(role: Role): boolean {
  return isIdentityCenterRole(role) || awsOwnership(role) === undefined;
}

interface World {
  readonly parts: AccessParts;
  readonly users: readonly User[];
  readonly context: CheckContext;
  readonly withTokens: boolean;
  readonly askers: Askers;
}

/** Whether a user may now, would only with a device of which there is none, or may not. */
function waysOf(
  user: User,
  { parts, askers }: World,
  may: (asker: Asker) => boolean,
): 'open' | 'shut' | 'none' {
  if (askers.unaided(user).some(may)) return 'open';
  if (!may(askers.withMfa(user))) return 'none';
  return hasMfa(user, parts, askers) ? 'open' : 'shut';
}

interface Source {
  readonly source: string;
  readonly isShut: boolean;
}

/** The people whom a role lets in; services are none, and programs only where they are asked for. */
function sourcesOf(role: Role, world: World): readonly Source[] {
  if (isIdentityCenterRole(role)) return [{ source: 'IAM Identity Center', isShut: false }];
  const { account } = world.context;
  const trusted = trustedPrincipals(role.trust);
  const named = new Set(trusted.map(({ value }) => value));
  const isOpen = (principal: (typeof trusted)[number]) =>
    principal.kind === 'aws' && [account, world.context.accountArn].includes(principal.value);
  const isForAll = trusted.some(isOpen);
  // Who is named needs no leave of its own.
  const isDirect = (user: User) =>
    named.has(user.arn) || trusted.some(({ kind }) => kind === 'anyone');
  const people = world.users.filter(
    (user) => isDirect(user) || (isForAll && world.askers.mayHoldRoles(user)),
  );
  const asked = { action: 'sts:AssumeRole', resource: role.arn, trust: role.trust };
  const ofUsers = people.flatMap((user): readonly Source[] => {
    const way = waysOf(user, world, (asker) => mayAsk(asker, asked));
    return way === 'none' ? [] : [{ source: user.arn, isShut: way === 'shut' }];
  });
  return [...ofUsers, ...strangersOf(role, world)];
}

/** Other accounts, and whom an identity provider vouches for. */
function strangersOf(
  { trust, arn: resource }: Role,
  { parts, context, withTokens, askers }: World,
): readonly Source[] {
  return trustedPrincipals(trust).flatMap((principal): readonly Source[] => {
    const { kind, value } = principal;
    if (kind === 'federated') {
      const type = /:(oidc|saml)-provider\//.exec(value)?.[1];
      if (type === undefined || (type === 'oidc' && !withTokens)) return [];
      const isSaml = type === 'saml';
      const action = `sts:AssumeRoleWith${isSaml ? 'SAML' : 'WebIdentity'}`;
      const asked = { action, resource, trust };
      const known = parts.providers[isSaml ? 'saml-provider' : 'oidc-provider'];
      const isThere = known?.has(value) !== false;
      const asker = askers.stranger({ kind: 'federated', provider: value });
      return isThere && mayAsk(asker, asked) ? [{ source: value, isShut: false }] : [];
    }
    const account = kind === 'aws' ? accountOf(principal) : undefined;
    if (account === undefined || account === context.account) return [];
    const isAccount = value === account || value.endsWith(':root');
    const asker = askers.stranger(isAccount ? { kind: 'account', account } : value);
    const asked = { action: 'sts:AssumeRole', resource, trust };
    return mayAsk(asker, asked) ? [{ source: `account ${account}`, isShut: false }] : [];
  });
}

function hasMfa(user: User, { means, devices }: AccessParts, askers: Askers): boolean {
  const own = means.get(user.name);
  if (own === undefined && devices === undefined) return true;
  return (
    (own?.mfaDevices ?? 0) > 0 ||
    devices?.some(({ userName }) => userName === user.name) === true ||
    askers.unaided(user).some((asker) => mayEnrolOwnMfa(asker, user))
  );
}
