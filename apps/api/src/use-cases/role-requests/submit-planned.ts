import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { RoleRequestRecord } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { notePerson } from '../same-person.ts';
import { advanceRequest } from './advance-request.ts';
import { collectAll } from './collect-all.ts';
import { approvalOf, recordOf, requireEligible } from './judge-request.ts';
import type { PlannedRequest } from './plan-request.ts';
import { recordRequestEvent } from './record-event.ts';
import { approvalRefused, guardrailsRefused } from './refusals.ts';

/**
 * Submits a draft with the plan that was made of it, by the rules as they are in this transaction.
 *
 * @throws Problem
 */
export async function submitPlanned(
  tx: Transaction,
  {
    caller,
    request,
    planned,
    now,
  }: {
    readonly caller: Caller;
    /** A draft, as it is in this transaction. */
    readonly request: RoleRequestRecord;
    readonly planned: PlannedRequest;
    readonly now: Date;
  },
): Promise<RoleRequestRecord> {
  const { account, preview } = planned;
  if (request.emergency) await requireReviewed(tx, request);
  await requireEligible(tx, caller, request);
  if (preview.refusals.length > 0) throw guardrailsRefused(preview.refusals);
  const approval = await approvalOf(tx, { request, account, preview });
  if (approval.kind === 'refused') throw approvalRefused(approval);
  await notePerson(tx, caller, now);
  const { answerBy } = request;
  const changes = { preview, approval: recordOf(approval), failure: null, answerBy };
  const submitted = await advanceRequest(tx, now, {
    request: { ...request, ...changes },
    event: { kind: 'submit', approval },
    by: { actor: caller.actor, isAdministrator: false },
    type: 'role-request.submitted',
    changes,
    data: { planId: preview.planId, risk: preview.risk, rule: approval.rule },
  });
  if (submitted.emergency) announceEmergency(tx, now, submitted);
  return submitted;
}

/**
 * An emergency is not extended before somebody has looked at it; nor is it by asking for the same
 * once more. One that gave nobody anything holds nothing up.
 */
async function requireReviewed(
  { grants }: Pick<Transaction, 'grants'>,
  { requester, accountId, blueprint }: RoleRequestRecord,
): Promise<void> {
  const filter = { holderId: requester.id, accountId, blueprint, needsReview: true };
  const given = await collectAll((query) => grants.list({ ...query, filter }));
  if (given.some(({ manifest }) => manifest !== null)) throw problem('review-first');
}

/** Loudly: everybody who would have approved it learns of it at once. */
function announceEmergency(tx: Transaction, now: Date, request: RoleRequestRecord): void {
  const { approval, reason, ticket, durationSeconds, preview } = request;
  recordRequestEvent(tx, request, {
    now,
    actor: request.requester,
    type: 'emergency.used',
    data: {
      reason,
      ticket,
      durationSeconds,
      grants: preview?.grants ?? [],
      approvers: approval?.approvers ?? [],
    },
  });
}
