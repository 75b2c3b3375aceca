import {
  type Delivery,
  doubtfulKeys,
  pendingKeySince,
  pendingKeyTag,
  RolecallError,
  type Tags,
} from '@rolecall/core';
import type { SignInWorld } from './world.ts';

export interface Whose {
  readonly user: string;
  readonly to: Delivery | undefined;
}

/** What the mark of a run that was cut off leads to. */
export interface FoundDoubt {
  /** Keys that were not kept, and that nobody has used. */
  readonly undelivered: readonly string[];
  /** Keys that were not kept, and that somebody uses. */
  readonly inUse: readonly string[];
}

/** IAM shows a new key late; what was made just before a run ended may not be there to be seen. */
const propagationMs = 120_000;
const lookEveryMs = 10_000;

/**
 * The keys that a run may have made and not handed over; `undefined` where no run left its mark.
 * Where the mark is so young that its key may only not show yet, waits and looks again.
 */
export async function findDoubt(
  { user, to }: Whose,
  world: SignInWorld,
): Promise<FoundDoubt | undefined> {
  const { port, delivery, account } = world;
  const tags = await port.readTags(user);
  if (tags === undefined) {
    throw new RolecallError('ENTITY_MISSING', `There is no user ${user}.`, {
      hint: 'Apply the manifest first.',
    });
  }
  if (tags[pendingKeyTag] === undefined) return undefined;
  const undelivered: string[] = [];
  const inUse: string[] = [];
  for (const id of await shownKeys(user, tags, world)) {
    if (to !== undefined && (await delivery.has(to, { account, user, id }))) continue;
    const use = await port.lastUse(id);
    (use === undefined ? undelivered : inUse).push(id);
  }
  return { undelivered, inUse };
}

async function shownKeys(
  user: string,
  tags: Tags,
  { port, now, sleep, onWarning }: SignInWorld,
): Promise<readonly string[]> {
  const look = async () => doubtfulKeys(tags, (await port.readSignIn(user)).accessKeys);
  let shown = await look();
  const ageMs = now().getTime() - pendingKeySince(tags[pendingKeyTag] ?? '');
  // Clocks differ, so that a mark may come from the future.
  let leftMs = propagationMs - Math.max(0, ageMs || 0);
  if (shown.length === 0 && leftMs > 0) {
    onWarning(`A run was cut off that may have made a key of ${user}: waits until it would show.`);
  }
  for (; shown.length === 0 && leftMs > 0; leftMs -= lookEveryMs) {
    await sleep(lookEveryMs);
    shown = await look();
  }
  return shown;
}
