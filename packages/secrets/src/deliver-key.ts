import {
  type Delivery,
  doubtfulKeys,
  type NewKey,
  pendingKeyMark,
  pendingKeyTag,
  RolecallError,
} from '@rolecall/core';
import { refuseExamples } from './example-credentials.ts';
import { settleDoubt } from './settle-doubt.ts';
import { recipientsOf, type SignInWorld } from './world.ts';

export interface KeyRequest {
  readonly user: string;
  readonly to: Delivery;
  /** How many there shall be at least. */
  readonly count: number;
}

/**
 * Makes an access key, unless there are as many already, and hands it over. AWS makes the secret
 * up, so that for a moment it is live before it is kept: a mark on the user, set before, tells the
 * next run that there may be a key nobody has, and `settleDoubt` finds and deletes it.
 */
export async function deliverKey(request: KeyRequest, world: SignInWorld): Promise<void> {
  const { user, to, count } = request;
  const { port, delivery, now, onDelivered } = world;
  await delivery.probe(to);
  await settleDoubt({ user, to }, world);
  const { accessKeys } = await port.readSignIn(user);
  if (accessKeys.length >= count) return;
  const before = accessKeys.map(({ id }) => id);
  const value = pendingKeyMark(now().toISOString(), before);
  await port.tag(user, { key: pendingKeyTag, value });
  const key = await port.createKey(user);
  const place = await keepOrDelete(request, key, world);
  onDelivered({
    user,
    kind: 'access-key',
    accessKeyId: key.id,
    place,
    recipients: recipientsOf(to),
  });
  // A key that an earlier attempt made, and that shows only now, is not forgotten with the mark.
  const shown = (await port.readSignIn(user)).accessKeys.filter(({ id }) => id !== key.id);
  if (doubtfulKeys({ [pendingKeyTag]: value }, shown).length > 0) {
    await settleDoubt({ user, to }, world);
  } else await port.untag(user, pendingKeyTag);
}

async function keepOrDelete(
  { user, to }: KeyRequest,
  { id, secret, createdAt }: NewKey,
  { port, delivery, account, partition }: SignInWorld,
): Promise<string> {
  try {
    refuseExamples([id, secret.reveal()]);
    const alias = await port.accountAlias();
    const kept = await delivery.keep(to, {
      kind: 'access-key',
      account,
      partition,
      alias,
      user,
      createdAt,
      accessKeyId: id,
      secretAccessKey: secret,
    });
    return await kept.settle();
  } catch (error) {
    await port.deleteKey(user, id).catch((cause) => {
      throw leftBehind(user, id, cause);
    });
    await port.untag(user, pendingKeyTag);
    throw error;
  }
}

function leftBehind(user: string, id: string, cause: unknown): RolecallError {
  return new RolecallError(
    'APPLY_INCOMPLETE',
    `Access key ${id} of ${user} could not be handed over, nor deleted.`,
    { cause, hint: `Run again, which deletes it; or delete ${id} by hand.` },
  );
}
