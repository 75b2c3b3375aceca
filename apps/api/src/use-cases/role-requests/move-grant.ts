import type { GrantRecord } from '../../model/records.ts';
import {
  type GrantEvent,
  type GrantStep,
  nextGrantState,
} from '../../role-requests/next-grant-state.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { LifeEventType } from './event-types.ts';
import { type EventData, recordGrantEvent } from './record-event.ts';
import { transitionRefused } from './refusals.ts';

export interface GrantMove {
  /** As it is locked in this transaction. */
  readonly grant: GrantRecord;
  readonly event: GrantEvent;
  readonly by: GrantStep['by'];
  readonly type: LifeEventType;
  readonly changes?: Partial<Omit<GrantRecord, 'id' | 'state' | 'revision' | 'createdAt'>>;
  readonly data?: EventData;
}

/**
 * Takes a grant to its next state: row, event, and the job that removes it where it has to go.
 *
 * @throws Problem where it may not happen
 */
export async function moveGrant(tx: Transaction, now: Date, move: GrantMove): Promise<GrantRecord> {
  const { grant, event, by, type, changes = {}, data } = move;
  const step = nextGrantState(move);
  if (step.kind === 'problem') throw transitionRefused(step.code);
  const moved = await tx.grants.updateIf(grant.id, grant.revision, {
    ...changes,
    state: step.state,
  });
  if (typeof moved === 'string') throw new Error(`grant ${grant.id} is ${moved} in its lock`);
  recordGrantEvent(tx, moved, { now, actor: by.actor, type, data });
  if (event.kind === 'expire' || event.kind === 'revoke')
    await tx.enqueue('remove', { grantId: grant.id });
  return moved;
}
