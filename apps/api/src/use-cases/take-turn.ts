import type { Store } from '../storage/store.ts';
import type { Transaction } from '../storage/transaction.ts';

export interface Turn {
  /** Of the setting that keeps when it was done last. */
  readonly key: string;
  readonly everySeconds: number;
  readonly now: Date;
}

/** Whether it is time again for something that one replica does every now and then. */
export async function isTurn(
  { settings }: Pick<Store, 'settings'>,
  { key, everySeconds, now }: Turn,
): Promise<boolean> {
  const last = await settings.get(key);
  return last === undefined || now.getTime() - Date.parse(last.updatedAt) >= everySeconds * 1000;
}

/**
 * Writes down that it is done now, in the transaction that does it; of two replicas that look at
 * once, one is told that it is theirs.
 */
export async function takeTurn(
  tx: Pick<Transaction, 'settings'>,
  turn: Turn,
): Promise<'taken' | 'not-ours'> {
  if (!(await isTurn(tx, turn))) return 'not-ours';
  const last = await tx.settings.get(turn.key);
  const setting = { value: { looked: true }, updatedAt: turn.now.toISOString() };
  const put = await tx.settings.putIf(turn.key, last?.revision ?? 0, setting);
  return put === 'stale' ? 'not-ours' : 'taken';
}
