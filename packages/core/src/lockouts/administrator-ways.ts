import { asList, type PolicyDocument, statementsOf } from '@rolecall/policy';
import { awsOwnership } from '../checks/aws-owned-role.ts';
import type { CheckContext } from '../checks/check.ts';
import { isIdentityCenterRole } from '../checks/identity-center-role.ts';
import { indexPower, type PowerIndex } from '../checks/principal-power.ts';
import {
  accountOf,
  type TrustedPrincipal,
  trustedPrincipals,
} from '../checks/trusted-principals.ts';
import type { Role, User } from '../model/snapshot.ts';
import type { AccessParts } from './access-parts.ts';
import { mayEnrolOwnMfa, userMay } from './user-may.ts';

/** Somebody who is not root and can become administrator. */
export interface AdministratorWay {
  /** Who begins it: a user, an identity provider, another account. */
  readonly source: string;
  /** The user or role that is administrator. */
  readonly by: string;
}

/**
 * The ways that are open; or those that are `shut`, as they ask users for MFA who have no device and
 * may not enrol one; or either.
 */
export function administratorWays(
  parts: AccessParts,
  context: CheckContext,
  which: 'open' | 'shut' | 'either' = 'open',
): readonly AdministratorWay[] {
  const index = indexPower(parts, context);
  const ofUsers = parts.users
    .filter((user) => isPowerful(index.ofUser(user)) && maySignIn(user, parts))
    .map(({ arn }) => ({ source: arn, by: arn, isShut: false }));
  const ofRoles = parts.roles
    .filter((role) => hasPeople(role) && isPowerful(index.ofRole(role)))
    .flatMap((role) =>
      sourcesOf(role, { parts, index, context }).map((way) => ({ ...way, by: role.arn })),
    );
  return [...ofUsers, ...ofRoles]
    .filter(({ isShut }) => which === 'either' || isShut === (which === 'shut'))
    .map(({ source, by }) => ({ source, by }));
}

function isPowerful({ power, raises }: ReturnType<PowerIndex['ofUser']>): boolean {
  return power !== 'none' && power !== 'undecided' && raises();
}

/** Credentials that were not read may be there; new users get theirs later. */
function maySignIn({ name }: User, { credentials }: AccessParts): boolean {
  const own = credentials && Object.hasOwn(credentials, name) ? credentials[name] : undefined;
  return own === undefined || own.length > 0;
}

function hasPeople(role: Role): boolean {
  return isIdentityCenterRole(role) || awsOwnership(role) === undefined;
}

interface World {
  readonly parts: AccessParts;
  readonly index: PowerIndex;
  readonly context: CheckContext;
}

interface Source {
  readonly source: string;
  readonly isShut: boolean;
}

function sourcesOf(role: Role, world: World): readonly Source[] {
  if (isIdentityCenterRole(role)) return [{ source: 'IAM Identity Center', isShut: false }];
  const asksMfa = needsMfa(role.trust);
  return trustedPrincipals(role.trust).flatMap((principal) =>
    usersOf(principal, role, world).map(({ source, user }) => ({
      source,
      isShut: asksMfa && user !== undefined && !hasMfa(user, world.parts),
    })),
  );
}

/** The people behind a trusted principal; programs and services are none. */
function usersOf(
  principal: TrustedPrincipal,
  role: Role,
  { parts, context }: World,
): readonly { readonly source: string; readonly user: User | undefined }[] {
  const { kind, value } = principal;
  if (kind === 'federated')
    return value.includes(':saml-provider/') ? [{ source: value, user: undefined }] : [];
  const account = kind === 'aws' ? accountOf(principal) : undefined;
  if (account === undefined) return [];
  if (account !== context.account) return [{ source: `account ${account}`, user: undefined }];
  const isAccount = value === context.account || value === context.accountArn;
  return (
    parts.users
      .filter((user) => maySignIn(user, parts))
      // Who is named needs no leave of its own.
      .filter((user) =>
        isAccount ? userMay('sts:AssumeRole', role.arn, { user, parts }) : user.arn === value,
      )
      .map((user) => ({ source: user.arn, user }))
  );
}

function hasMfa(user: User, parts: AccessParts): boolean {
  if (parts.devices === undefined) return true;
  return (
    parts.devices.some(({ userName }) => userName === user.name) || mayEnrolOwnMfa(user, parts)
  );
}

/** Whether every way in by AssumeRole asks for a second factor. */
export function needsMfa(trust: PolicyDocument): boolean {
  const ways = statementsOf(trust).filter(({ Effect }) => Effect === 'Allow');
  return (
    ways.length > 0 &&
    ways.every(({ Condition = {} }) =>
      Object.entries(Condition).some(
        ([operator, keys]) =>
          operator === 'Bool' &&
          Object.entries(keys).some(
            ([key, value]) =>
              key.toLowerCase() === 'aws:multifactorauthpresent' &&
              asList(value).every((one) => String(one) === 'true'),
          ),
      ),
    )
  );
}
