import { pendingKeyTag } from '@rolecall/core';
import { type FoundDoubt, findDoubt, type Whose } from './find-doubt.ts';
import type { SignInWorld } from './world.ts';

/**
 * Deletes the keys that a run may have made and not handed over: those that its mark does not know,
 * that were not kept, and that nobody has used. Then takes the mark off. Says what it deleted.
 */
export async function settleDoubt(whose: Whose, world: SignInWorld): Promise<void> {
  const found = await findDoubt(whose, world);
  if (found !== undefined) await settleFound(whose.user, found, world);
}

/** The same for what was found before, and for nothing else. */
export async function settleFound(
  user: string,
  { undelivered, inUse }: FoundDoubt,
  { port, onWarning }: SignInWorld,
): Promise<void> {
  for (const id of undelivered) {
    await port.deleteKey(user, id);
    onWarning(
      `Access key ${id} of ${user} was deleted: a run that was cut off made it, and it was not delivered.`,
    );
  }
  for (const id of inUse) {
    onWarning(`Access key ${id} of ${user} is in use, though not by us: it stays.`);
  }
  await port.untag(user, pendingKeyTag);
}
