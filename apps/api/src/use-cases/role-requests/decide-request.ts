import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayApproveFor } from '../../identity/visibility.ts';
import type { DecisionRecord, Delegation, RoleRequestRecord } from '../../model/records.ts';
import type { Approval } from '../../role-requests/approval.ts';
import { type MayApprove, mayApprove } from '../../role-requests/may-approve.ts';
import { nextRequestState } from '../../role-requests/next-request-state.ts';
import { stillCounts, stricterOf } from '../../role-requests/stricter-approval.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { isSamePerson, notePerson, sameAs } from '../same-person.ts';
import { advanceRequest } from './advance-request.ts';
import type { Answering, RoleRequestDeps } from './deps.ts';
import { approvalOf, requireEligible } from './judge-request.ts';
import { approvalRefused, transitionRefused } from './refusals.ts';
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
    const locked = await lockRequest(tx, { caller, id: input.id, now });
    const { event, by, request } = await stepOf(tx, { caller, request: locked, input, now });
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
    await notePerson(tx, caller, now);
    const { onBehalfOf = null, comment, planId } = decision;
    const decided = await advanceRequest(tx, now, {
      request,
      event,
      by,
      type: 'role-request.decided',
      changes: { approval: request.approval },
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

interface Asking {
  readonly caller: Caller;
  readonly request: RoleRequestRecord;
  readonly input: DecisionInput;
  readonly now: Date;
}

async function stepOf(tx: Transaction, { caller, request, input, now }: Asking) {
  const at = now.toISOString();
  const delegations = await tx.delegations.listInForceFor(caller.actor.id, at);
  const aliases = await aliasesOf(tx, { caller, request, delegations });
  const mayApproveNow = (one: RoleRequestRecord) =>
    withinRoles(caller, one, mayApprove(caller, one, { delegations, now, aliases }));
  const decisions = await tx.decisions.listOf(request.id);
  const by = { actor: caller.actor, isAdministrator: false };
  const about = { kind: 'decide' as const, at, decision: input.decision, planId: input.planId };
  const asItWasAsked = { ...about, mayApprove: mayApproveNow(request), decisions };
  const { approval } = request;
  // Whoever says no needs no rule of now for it.
  if (input.decision === 'reject' || approval === null || request.state !== 'pending-approval')
    return { event: asItWasAsked, by, request };
  const ruled = await ruledNow(tx, request);
  if (ruled === undefined) return { event: asItWasAsked, by, request };
  const stricter = { ...request, approval: stricterOf(approval, ruled) };
  const isNamed = ruled.kind === 'people';
  const byNow = isNamed
    ? mayApproveNow({ ...request, approval: { ...approval, approvers: ruled.approvers } })
    : asItWasAsked.mayApprove;
  const may = asItWasAsked.mayApprove.kind === 'no' ? asItWasAsked.mayApprove : byNow;
  const counted = decisions.filter((one) => stillCounts(one, approval, ruled));
  await refuseSecondWord(tx, caller, decisions);
  // Their own answer stays among them, counted or not: nobody decides twice.
  const own = decisions.filter(({ approver }) => approver.id === caller.actor.id);
  const all = [...new Set([...counted, ...own])];
  return { event: { ...about, mayApprove: may, decisions: all }, by, request: stricter };
}

/** Other subjects, as far as anybody knows, of the person who asks. */
async function aliasesOf(
  tx: Transaction,
  {
    caller,
    request,
    delegations,
  }: Pick<Asking, 'caller' | 'request'> & { readonly delegations: readonly Delegation[] },
): Promise<ReadonlySet<string>> {
  const { requester } = request;
  const others = delegations.map(({ from }) => from);
  const isCaller = await isSamePerson(tx, caller, requester.id);
  const found = await sameAs(tx, { actor: requester }, others);
  return new Set([...found, ...(isCaller ? [caller.actor.id] : [])]);
}

/** One person under two subjects gives one answer. */
async function refuseSecondWord(
  tx: Transaction,
  caller: Caller,
  decisions: readonly DecisionRecord[],
): Promise<void> {
  const others = decisions
    .filter(({ valid, approver }) => valid && approver.id !== caller.actor.id)
    .map(({ approver }) => approver.id);
  if ((await sameAs(tx, caller, others)).size > 0) throw problem('already-decided');
}

/**
 * Who approves it by the rules of now; undefined where the account is not there any more, which
 * provisioning tells.
 *
 * @throws Problem where by these nobody may ask for it or approve it any more
 */
async function ruledNow(
  tx: Transaction,
  request: RoleRequestRecord,
): Promise<Exclude<Approval, { kind: 'refused' }> | undefined> {
  const account = await tx.accounts.get(request.accountId);
  if (account === undefined || request.preview === null) return undefined;
  const { rules } = await tx.eligibilityRules.get();
  // Of groups nobody knows any more whether the requester is in them: each counts as one.
  const groups = rules.flatMap(({ who }) => who).filter((name) => name.startsWith('group:'));
  const requester = {
    actor: request.requester,
    groups: groups.map((name) => name.slice('group:'.length)),
  };
  await requireEligible(tx, requester, request);
  const approval = await approvalOf(tx, { request, account, preview: request.preview });
  if (approval.kind === 'refused') throw approvalRefused(approval);
  return approval;
}
