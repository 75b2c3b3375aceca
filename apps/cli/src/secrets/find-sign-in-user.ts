import {
  type AccountPort,
  type Delivery,
  type DesiredLogin,
  type DesiredOf,
  isOwned,
  type Manifest,
  RolecallError,
  sketchManifest,
} from '@rolecall/core';

/** A declared user with somebody to deliver to. */
export type SignInUser = DesiredOf<'user'> & { readonly delivery: Delivery };

export interface Wanted {
  readonly name: string;
  readonly now: Date;
}

/** The user as the manifest declares it, by its name whatever its case. */
export function findUser(manifest: Manifest, { name, now }: Wanted): DesiredOf<'user'> {
  const user = sketchManifest(manifest).find(
    (one): one is DesiredOf<'user'> =>
      one.type === 'user' && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (user === undefined) {
    throw new RolecallError('PARAMETER_INVALID', `The manifest declares no user "${name}".`, {
      hint: 'Name one of its users, or another manifest with --manifest.',
    });
  }
  refuseExpired(user, now);
  return user;
}

export function requireDelivery(user: DesiredOf<'user'>): SignInUser {
  const { delivery } = user;
  if (delivery !== undefined) return { ...user, delivery };
  throw new RolecallError(
    'PARAMETER_INVALID',
    `Nothing says to whom a password or key of ${user.name} would be delivered.`,
    { hint: 'Declare its "login" or "accessKeys", and "delivery" beside it.' },
  );
}

function refuseExpired({ name, expiresAt }: DesiredOf<'user'>, now: Date): void {
  if (expiresAt === undefined || Date.parse(expiresAt) > now.getTime()) return;
  throw new RolecallError('PARAMETER_INVALID', `${name} expired at ${expiresAt}.`, {
    hint: 'The next apply deletes it. Give it a later "expiresAt" if it is to stay.',
  });
}

export function requireKeys({ name, accessKeys }: DesiredOf<'user'>): void {
  if (accessKeys !== undefined && accessKeys.count > 0) return;
  const said = accessKeys === undefined ? 'no access keys' : 'that there be no access key';
  throw new RolecallError('PARAMETER_INVALID', `The manifest declares ${said} of ${name}.`, {
    hint: 'Declare "accessKeys: { count: 1 }" and apply.',
  });
}

export function requireLogin({ name, login }: DesiredOf<'user'>): DesiredLogin {
  if (login !== undefined && login !== false) return login;
  throw new RolecallError('PARAMETER_INVALID', `The manifest declares no password of ${name}.`, {
    hint: 'Declare its "login" and apply: that makes the first one.',
  });
}

/** The user as it is; fails where the account is another, or the user is not ours. */
export async function requireOwnUser(
  port: AccountPort,
  manifest: Manifest,
  { name }: SignInUser,
): Promise<{ readonly arn: string }> {
  const { account, partition, scope } = manifest;
  const caller = await port.identify();
  if (caller.account !== account) {
    throw new RolecallError(
      'ACCOUNT_MISMATCH',
      `The manifest is for account ${account}, the credentials are for ${caller.account}.`,
      { hint: 'Sign in to the other account, or name its manifest.' },
    );
  }
  const arn = `arn:${partition}:iam::${account}:user/${name}`;
  const live = await port.readResource({ type: 'user', name, arn });
  if (live?.type === 'user' && isOwned(live, scope)) return live;
  throw new RolecallError('CONFLICT', `User ${name} is not there, or not of this scope.`, {
    hint: 'Apply the manifest first.',
  });
}
