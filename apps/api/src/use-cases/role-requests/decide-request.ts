import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayApproveFor } from '../../identity/visibility.ts';
import type { DecisionRecord, RoleRequestRecord } from '../../model/records.ts';
import { type MayApprove, mayApprove } from '../../role-requests/may-approve.ts';
import { nextRequestState } from '../../role-requests/next-request-state.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { advanceRequest } from './advance-request.ts';
import type { Answering, RoleRequestDeps } from './deps.ts';
import { transitionRefused } from './refusals.ts';
import { lockRequest } from './see-request.ts';

export interface DecisionInput {
  readonly id: string;
  readonly ifMatch: string;
  /** The plan that the approver saw. */
  readonly planId: string;
  readonly decision: DecisionRecord['decision'];
  readonly comment: string;
}

export interface Decided {
  readonly decision: DecisionRecord;
  readonly request: RoleRequestRecord;
}

/**
 * Approves or rejects; with the last approval that is needed, provisioning starts. Everything
 * happens under the lock of the request, so that of many answers at once each sees those before it.
 *
 * @throws Problem
 */
export async function decideRequest<Answered>(
  deps: RoleRequestDeps,
  caller: Caller,
  input: DecisionInput,
  answer: Answering<Decided, Answered>,
): Promise<Answered> {
  return deps.store.transaction(async (tx) => {
    const now = deps.now();
    const request = await lockRequest(tx, { caller, id: input.id, now });
    const { event, by } = await stepOf(tx, { caller, request, input, now });
    const step = nextRequestState({ request, event, by });
    // Before If-Match: a precondition counts only where the answer would be success (RFC 9110, 13.2.1).
    if (step.kind === 'problem') throw transitionRefused(step.code);
    requireMatch(input.ifMatch, request.revision);
    const { mayApprove: may } = event;
    const decision: DecisionRecord = {
      id: deps.newId(),
      requestId: request.id,
      approver: caller.actor,
      onBehalfOf: may.kind === 'yes' ? may.onBehalfOf : null,
      decision: input.decision,
      comment: input.comment,
      planId: input.planId,
      valid: true,
      createdAt: now.toISOString(),
    };
    if ((await tx.decisions.insert(decision)) === 'exists') throw problem('already-decided');
    const { onBehalfOf = null, comment, planId } = decision;
    const decided = await advanceRequest(tx, now, {
      request,
      event,
      by,
      type: 'role-request.decided',
      data: { decision: decision.decision, comment, planId, onBehalfOf },
    });
    return answer(tx, { decision, request: decided });
  });
}

/** A rule names people; for which accounts and blueprints they are approvers at all, roles say. */
function withinRoles(caller: Caller, request: RoleRequestRecord, may: MayApprove): MayApprove {
  const isOwnWord = may.kind === 'yes' && may.onBehalfOf === null;
  return isOwnWord && !mayApproveFor(caller, request)
    ? { kind: 'no', code: 'not-an-approver' }
    : may;
}

async function stepOf(
  tx: Transaction,
  {
    caller,
    request,
    input,
    now,
  }: {
    readonly caller: Caller;
    readonly request: RoleRequestRecord;
    readonly input: DecisionInput;
    readonly now: Date;
  },
) {
  const at = now.toISOString();
  const delegations = await tx.delegations.listInForceFor(caller.actor.id, at);
  const event = {
    kind: 'decide' as const,
    at,
    decision: input.decision,
    planId: input.planId,
    mayApprove: withinRoles(caller, request, mayApprove(caller, request, { delegations, now })),
    decisions: await tx.decisions.listOf(request.id),
  };
  return { event, by: { actor: caller.actor, isAdministrator: false } };
}
