import { type Delivery, doubtfulKeys, pendingKeyTag, RolecallError } from '@rolecall/core';
import type { SignInWorld } from './world.ts';

interface Doubt {
  readonly user: string;
  readonly to: Delivery | undefined;
}

/**
 * Finds the keys that a run may have made and not handed over, and deletes them: those that its mark
 * does not know, that were not kept, and that nobody has used. Then takes the mark off.
 */
export async function settleDoubt({ user, to }: Doubt, world: SignInWorld): Promise<void> {
  const { port, delivery, account, onWarning } = world;
  const tags = await port.readTags(user);
  if (tags === undefined) {
    throw new RolecallError('ENTITY_MISSING', `There is no user ${user}.`, {
      hint: 'Apply the manifest first.',
    });
  }
  if (tags[pendingKeyTag] === undefined) return;
  const { accessKeys } = await port.readSignIn(user);
  for (const id of doubtfulKeys(tags, accessKeys)) {
    if (to !== undefined && (await delivery.has(to, { account, user, id }))) continue;
    const use = await port.lastUse(id);
    if (use === undefined) await port.deleteKey(user, id);
    else onWarning(`Access key ${id} of ${user} is in use, though not by us: it stays.`);
  }
  await port.untag(user, pendingKeyTag);
}
