import type { Caller } from '../../identity/caller.ts';
import type { RoleRequestRecord } from '../../model/records.ts';
import type { Answering, RoleRequestDeps } from './deps.ts';
import { draftRequest, type RequestFields } from './draft-request.ts';
import { planRequest } from './plan-request.ts';
import { recordRequestEvent } from './record-event.ts';
import { submitPlanned } from './submit-planned.ts';

export interface NewRequest extends RequestFields {
  /** Submits it in the same step. */
  readonly submit: boolean;
  readonly emergency: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes a request: a draft, or submitted at once.
 *
 * @throws Problem
 */
export async function createRequest<Answered>(
  deps: RoleRequestDeps,
  caller: Caller,
  input: NewRequest,
  answer: Answering<RoleRequestRecord, Answered>,
): Promise<Answered> {
  const request = await draftRequest(deps, caller, input);
  const planned = input.submit ? await planRequest(deps, request, input.signal) : undefined;
  const now = deps.now();
  return deps.store.transaction(async (tx) => {
    await tx.roleRequests.insert(request);
    const data = { reason: request.reason, ticket: request.ticket };
    recordRequestEvent(tx, request, {
      now,
      actor: caller.actor,
      type: 'role-request.created',
      data,
    });
    const made =
      planned === undefined ? request : await submitPlanned(tx, { caller, request, planned, now });
    return answer(tx, made);
  });
}
