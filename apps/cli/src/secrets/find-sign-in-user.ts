import {
  type AccountPort,
  type Delivery,
  type DesiredOf,
  isOwned,
  type Manifest,
  RolecallError,
  sketchManifest,
} from '@rolecall/core';

/** A declared user with somebody to deliver to. */
export type SignInUser = DesiredOf<'user'> & { readonly delivery: Delivery };

/** The user as the manifest declares it, by its name whatever its case. */
export function findSignInUser(manifest: Manifest, name: string): SignInUser {
  const user = sketchManifest(manifest).find(
    (one): one is DesiredOf<'user'> =>
      one.type === 'user' && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (user === undefined) {
    throw new RolecallError('PARAMETER_INVALID', `The manifest declares no user "${name}".`, {
      hint: 'Name one of its users, or another manifest with --manifest.',
    });
  }
  const { delivery } = user;
  if (delivery !== undefined) return { ...user, delivery };
  throw new RolecallError(
    'PARAMETER_INVALID',
    `Nothing says to whom a password or key of ${user.name} would be delivered.`,
    { hint: 'Declare its "login" or "accessKeys", and "delivery" beside it.' },
  );
}

/** Fails where the account is another, or the user is not ours. */
export async function requireOwnUser(
  port: AccountPort,
  manifest: Manifest,
  { name }: SignInUser,
): Promise<void> {
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
  if (live?.type === 'user' && isOwned(live, scope)) return;
  throw new RolecallError('CONFLICT', `User ${name} is not there, or not of this scope.`, {
    hint: 'Apply the manifest first.',
  });
}
