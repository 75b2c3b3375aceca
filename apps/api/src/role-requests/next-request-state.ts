import type { Actor, DecisionRecord, RequestState, RoleRequestRecord } from '../model/records.ts';
import { type Approval, neededForCritical } from './approval.ts';
import { countApprovals, type MayApprove } from './may-approve.ts';
import { next, problem, type Transition } from './transition.ts';

export type RequestEvent =
  | { readonly kind: 'edit' | 'cancel' | 'refuse' | 'start' | 'retry' | 'finish' | 'fail' }
  /** `approval`: what the rules say now, of the plan that the request shows now. */
  | { readonly kind: 'submit'; readonly approval: Approval }
  /** A new plan, already in the request, grants more than the one that was approved. */
  | { readonly kind: 'plan-moved'; readonly approval: Approval }
  | { readonly kind: 'lapse'; readonly at: string }
  | {
      readonly kind: 'decide';
      readonly at: string;
      readonly decision: DecisionRecord['decision'];
      /** The plan that the approver saw. */
      readonly planId: string;
      readonly mayApprove: MayApprove;
      /** All that were made on the request before. */
      readonly decisions: readonly DecisionRecord[];
    };

export interface RequestStep {
  readonly request: RoleRequestRecord;
  readonly event: RequestEvent;
  readonly by: { readonly actor: Actor; readonly isAdministrator: boolean };
}

type Party = 'requester' | 'administrator' | 'service' | 'anybody';

interface Row {
  readonly from: readonly RequestState[];
  readonly by: readonly Party[];
  /** `approval`, `decision`: as these come out. */
  readonly to: RequestState | 'approval' | 'decision';
}

/** All that may happen to a request. What stands nowhere here is a `state-conflict`. */
const table: { readonly [E in RequestEvent['kind']]: Row } = {
  edit: { from: ['draft'], by: ['requester'], to: 'draft' },
  submit: { from: ['draft'], by: ['requester'], to: 'approval' },
  decide: { from: ['pending-approval'], by: ['anybody'], to: 'decision' },
  cancel: {
    from: ['draft', 'pending-approval', 'approved', 'provision-failed'],
    by: ['requester', 'administrator'],
    to: 'cancelled',
  },
  lapse: { from: ['pending-approval'], by: ['service'], to: 'lapsed' },
  'plan-moved': {
    from: ['pending-approval', 'approved', 'provisioning', 'provision-failed'],
    by: ['service'],
    to: 'approval',
  },
  // Not while something may be half made: that fails, and is named.
  refuse: { from: ['pending-approval', 'approved'], by: ['service'], to: 'rejected' },
  start: { from: ['approved'], by: ['service'], to: 'provisioning' },
  retry: {
    from: ['provision-failed'],
    by: ['requester', 'administrator', 'service'],
    to: 'provisioning',
  },
  finish: { from: ['provisioning'], by: ['service'], to: 'fulfilled' },
  fail: { from: ['provisioning'], by: ['service'], to: 'provision-failed' },
};

/** States that nothing leads out of. */
export const finalRequestStates = [
  'fulfilled',
  'rejected',
  'cancelled',
  'lapsed',
] as const satisfies readonly RequestState[];

/** The state that an event leads to, or why it may not happen. Who may comes before when. */
export function nextRequestState(step: RequestStep): Transition<RequestState> {
  const { request, event } = step;
  const row = table[event.kind];
  const parties = partiesOf(step);
  if (!row.by.some((party) => parties.has(party))) return problem('not-allowed');
  if (!row.from.includes(request.state)) return problem('state-conflict');
  switch (event.kind) {
    case 'submit':
      return afterApproval(request, event.approval);
    case 'plan-moved': {
      const after = afterApproval(request, event.approval);
      return after.kind === 'next' ? { ...after, voidsDecisions: true } : after;
    }
    case 'decide':
      return afterDecision(step, event);
    case 'lapse':
      return Date.parse(event.at) < Date.parse(request.answerBy)
        ? problem('not-due')
        : next('lapsed');
    default:
      return row.to === 'approval' || row.to === 'decision'
        ? problem('state-conflict')
        : next(row.to);
  }
}

function partiesOf({ request, by: { actor, isAdministrator } }: RequestStep): ReadonlySet<Party> {
  return new Set<Party>([
    'anybody',
    ...(actor.id === request.requester.id ? ['requester' as const] : []),
    ...(isAdministrator ? ['administrator' as const] : []),
    ...(actor.kind === 'service' ? ['service' as const] : []),
  ]);
}

function afterApproval(
  { preview }: RoleRequestRecord,
  approval: Approval,
): Transition<RequestState> {
  if (preview === null) return problem('not-approvable');
  if (preview.refusals.length > 0) return problem('guardrail-refused');
  const isCritical = preview.risk === 'critical';
  switch (approval.kind) {
    case 'automatic':
    case 'emergency':
      return isCritical ? problem('not-approvable') : next('approved');
    case 'people':
      return next('pending-approval');
    case 'refused':
      return problem('not-approvable');
    default:
      return approval satisfies never;
  }
}

function afterDecision(
  { request, by: { actor } }: RequestStep,
  event: Extract<RequestEvent, { kind: 'decide' }>,
): Transition<RequestState> {
  const { mayApprove, decision, planId, decisions } = event;
  const { preview, approval } = request;
  if (actor.id === request.requester.id) return problem('self-approval');
  if (mayApprove.kind === 'no') return problem(mayApprove.code);
  if (preview === null || approval === null) return problem('not-approvable');
  if (planId !== preview.planId) return problem('plan-changed');
  if (Date.parse(event.at) >= Date.parse(request.answerBy)) return problem('answer-too-late');
  const { onBehalfOf } = mayApprove;
  const current = decisions.filter((one) => one.valid && one.planId === planId);
  if (current.some((one) => one.approver.id === actor.id)) return problem('already-decided');
  if (decision === 'reject') return next('rejected');
  const made = { requestId: request.id, approver: actor, onBehalfOf, decision, planId };
  const count = countApprovals(request, [...current, { ...made, valid: true }]);
  const least = preview.risk === 'critical' ? neededForCritical : 1;
  return next(count >= Math.max(approval.needed, least) ? 'approved' : 'pending-approval');
}
