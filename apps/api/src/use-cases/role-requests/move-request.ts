import type { RoleRequestRecord } from '../../model/records.ts';
import {
  nextRequestState,
  type RequestEvent,
  type RequestStep,
} from '../../role-requests/next-request-state.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { LifeEventType } from './event-types.ts';
import { type EventData, recordRequestEvent } from './record-event.ts';
import { transitionRefused } from './refusals.ts';

export interface RequestMove {
  /** As it is locked in this transaction, with the preview and approval that the event looks at. */
  readonly request: RoleRequestRecord;
  readonly event: RequestEvent;
  readonly by: RequestStep['by'];
  readonly type: LifeEventType;
  readonly changes?: RequestChanges;
  readonly data?: EventData;
}

export type RequestChanges = Partial<
  Omit<RoleRequestRecord, 'id' | 'state' | 'revision' | 'createdAt' | 'updatedAt'>
>;

/**
 * Takes a request to its next state: row and event, and no decision left that an event voids. What
 * follows from the new state is `advanceRequest`'s.
 *
 * @throws Problem where it may not happen
 */
export async function moveRequest(
  tx: Transaction,
  now: Date,
  move: RequestMove,
): Promise<RoleRequestRecord> {
  const { request, by, type, changes = {}, data } = move;
  const step = nextRequestState(move);
  if (step.kind === 'problem') throw transitionRefused(step.code);
  if (step.voidsDecisions) await tx.decisions.voidOf([request.id]);
  const moved = await tx.roleRequests.updateIf(request.id, request.revision, {
    ...changes,
    state: step.state,
    updatedAt: now.toISOString(),
  });
  if (typeof moved === 'string') throw new Error(`request ${request.id} is ${moved} in its lock`);
  recordRequestEvent(tx, moved, { now, actor: by.actor, type, data });
  return moved;
}
