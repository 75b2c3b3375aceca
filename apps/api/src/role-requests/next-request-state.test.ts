import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Actor,
  type DecisionRecord,
  type RequestState,
  type RoleRequestRecord,
  requestStates,
} from '../model/records.ts';
import type { Approval } from './approval.ts';
import type { MayApprove } from './may-approve.ts';
import {
  finalRequestStates,
  nextRequestState,
  type RequestEvent,
  type RequestStep,
} from './next-request-state.ts';
import {
  alice,
  bob,
  carol,
  decisionOf,
  previewOf,
  requestOf,
  service,
} from './testing/records.fixture.ts';

const may: MayApprove = { kind: 'yes', onBehalfOf: null };
const people: Approval = { kind: 'people', rule: 'r', approvers: [bob.id, carol.id], needed: 1 };
const automatic: Approval = { kind: 'automatic', rule: 'r' };
const at = '2026-11-21T12:00:00Z';

function step(
  state: RequestState,
  event: RequestEvent,
  {
    actor = service,
    isAdministrator = false,
    ...given
  }: Partial<RoleRequestRecord> & {
    readonly actor?: Actor;
    readonly isAdministrator?: boolean;
  } = {},
): string {
  const approval = { method: 'reviewed', rule: 'r', needed: 1, approvers: [] } as const;
  const request = requestOf({ state, preview: previewOf(), approval, ...given });
  return outcomeOf({ request, event, by: { actor, isAdministrator } });
}

function outcomeOf(given: RequestStep): string {
  const outcome = nextRequestState(given);
  if (outcome.kind === 'problem') return `! ${outcome.code}`;
  return `${outcome.state}${outcome.voidsDecisions ? ', void' : ''}`;
}

function decide(given: Partial<Extract<RequestEvent, { kind: 'decide' }>> = {}): RequestEvent {
  const decision = { decision: 'approve', planId: 'plan-1', decisions: [] } as const;
  return { kind: 'decide', at, mayApprove: may, ...decision, ...given };
}

const from: RequestState[] = [...requestStates];

it.each<[string, RequestEvent, Parameters<typeof step>[2], Partial<Record<RequestState, string>>]>([
  ['edit', { kind: 'edit' }, { actor: alice }, { draft: 'draft' }],
  [
    'submit to people',
    { kind: 'submit', approval: people },
    { actor: alice },
    { draft: 'pending-approval' },
  ],
  [
    'submit, automatic',
    { kind: 'submit', approval: automatic },
    { actor: alice },
    { draft: 'approved' },
  ],
  [
    'submit, emergency',
    { kind: 'submit', approval: { kind: 'emergency', rule: 'r', approvers: [] } },
    { actor: alice },
    { draft: 'approved' },
  ],
  ['approve', decide(), { actor: bob }, { 'pending-approval': 'approved' }],
  ['reject', decide({ decision: 'reject' }), { actor: bob }, { 'pending-approval': 'rejected' }],
  [
    'cancel',
    { kind: 'cancel' },
    { actor: alice },
    {
      draft: 'cancelled',
      'pending-approval': 'cancelled',
      approved: 'cancelled',
      'provision-failed': 'cancelled',
    },
  ],
  ['lapse', { kind: 'lapse', at: '2026-11-22T09:00:00Z' }, {}, { 'pending-approval': 'lapsed' }],
  [
    'plan moved',
    { kind: 'plan-moved', approval: people },
    {},
    {
      'pending-approval': 'pending-approval, void',
      approved: 'pending-approval, void',
      provisioning: 'pending-approval, void',
      'provision-failed': 'pending-approval, void',
    },
  ],
  ['refuse', { kind: 'refuse' }, {}, { 'pending-approval': 'rejected', approved: 'rejected' }],
  ['start', { kind: 'start' }, {}, { approved: 'provisioning' }],
  ['retry', { kind: 'retry' }, { actor: alice }, { 'provision-failed': 'provisioning' }],
  ['finish', { kind: 'finish' }, {}, { provisioning: 'fulfilled' }],
  ['fail', { kind: 'fail' }, {}, { provisioning: 'provision-failed' }],
])('%s', (_, event, given, expected) => {
  const all = from.map((state): [string, string] => [state, step(state, event, given)]);
  const conflict = from.map((state): [string, string] => [state, '! state-conflict']);
  expect(Object.fromEntries(all)).toEqual({ ...Object.fromEntries(conflict), ...expected });
});

it.each<[string, RequestState, RequestEvent, Parameters<typeof step>[2], string]>([
  ['of another', 'draft', { kind: 'submit', approval: people }, { actor: bob }, '! not-allowed'],
  ['by a stranger', 'approved', { kind: 'cancel' }, { actor: bob }, '! not-allowed'],
  [
    'by an administrator',
    'approved',
    { kind: 'cancel' },
    { actor: bob, isAdministrator: true },
    'cancelled',
  ],
  ['start by a person', 'approved', { kind: 'start' }, { actor: alice }, '! not-allowed'],
  ['too early', 'pending-approval', { kind: 'lapse', at }, {}, '! not-due'],
  [
    'that guardrails refuse',
    'draft',
    { kind: 'submit', approval: people },
    {
      actor: alice,
      preview: previewOf({ refusals: [{ rule: 'boundary', message: '', hint: '' }] }),
    },
    '! guardrail-refused',
  ],
  [
    'that was never planned',
    'draft',
    { kind: 'submit', approval: people },
    { actor: alice, preview: null },
    '! not-approvable',
  ],
  [
    'that is critical, without people',
    'draft',
    { kind: 'submit', approval: automatic },
    { actor: alice, preview: previewOf({ risk: 'critical' }) },
    '! not-approvable',
  ],
  ['oneself', 'pending-approval', decide(), { actor: alice }, '! self-approval'],
  [
    'oneself, as an administrator',
    'pending-approval',
    decide(),
    { actor: alice, isAdministrator: true },
    '! self-approval',
  ],
  [
    'without the right',
    'pending-approval',
    decide({ mayApprove: { kind: 'no', code: 'not-an-approver' } }),
    { actor: bob },
    '! not-an-approver',
  ],
  [
    'another plan',
    'pending-approval',
    decide({ planId: 'plan-0' }),
    { actor: bob },
    '! plan-changed',
  ],
  [
    'too late',
    'pending-approval',
    decide({ at: '2026-11-22T09:00:00Z' }),
    { actor: bob },
    '! answer-too-late',
  ],
  [
    'twice',
    'pending-approval',
    decide({ decisions: [decisionOf()] }),
    { actor: bob },
    '! already-decided',
  ],
  [
    'anew, after the plan moved',
    'pending-approval',
    decide({ decisions: [decisionOf({ planId: 'plan-0', valid: false })] }),
    { actor: bob },
    'approved',
  ],
  [
    'as the first of two, since it is critical',
    'pending-approval',
    decide(),
    { actor: bob, preview: previewOf({ risk: 'critical' }) },
    'pending-approval',
  ],
  [
    'as the second of two',
    'pending-approval',
    decide({ decisions: [decisionOf({ approver: carol })] }),
    { actor: bob, preview: previewOf({ risk: 'critical' }) },
    'approved',
  ],
  [
    'as the delegate of one who has approved',
    'pending-approval',
    decide({
      decisions: [decisionOf({ approver: carol })],
      mayApprove: { kind: 'yes', onBehalfOf: carol.id },
    }),
    { actor: bob, preview: previewOf({ risk: 'critical' }) },
    'pending-approval',
  ],
])('a step %s', (_, state, event, given, expected) => {
  expect(step(state, event, given)).toBe(expected);
});

describe('whatever happens', () => {
  const actors = fc.constantFrom(alice, bob, carol, service, { ...bob, kind: 'machine' as const });
  const decisions = fc.array(
    fc.record({
      approver: actors,
      decision: fc.constantFrom('approve' as const, 'reject' as const),
      planId: fc.constantFrom('plan-1', 'plan-0'),
      valid: fc.boolean(),
      onBehalfOf: fc.constantFrom(null, alice.id, carol.id),
      requestId: fc.constantFrom(requestOf().id, 'another'),
    }),
    { maxLength: 6 },
  );
  const approvals = fc.constantFrom<Approval[]>(people, automatic, {
    kind: 'emergency',
    rule: 'r',
    approvers: [],
  });
  const decides = fc.record({
    kind: fc.constant('decide' as const),
    at: fc.constantFrom(at, '2026-12-01T00:00:00Z'),
    decision: fc.constantFrom('approve' as const, 'reject' as const),
    planId: fc.constantFrom('plan-1', 'plan-0'),
    mayApprove: fc.constantFrom<MayApprove[]>(may, { kind: 'no', code: 'not-an-approver' }),
    decisions: decisions.map((list) => list.map((one) => decisionOf(one))),
  });
  const events = fc.oneof<fc.Arbitrary<RequestEvent>[]>(
    fc.record({
      kind: fc.constantFrom('edit', 'cancel', 'refuse', 'start', 'retry', 'finish', 'fail'),
    }),
    fc.record({ kind: fc.constantFrom('submit', 'plan-moved'), approval: approvals }),
    fc.record({
      kind: fc.constant('lapse'),
      at: fc.constantFrom(at, '2026-12-01T00:00:00Z'),
    }),
    decides,
  );
  const steps = fc.record({
    request: fc
      .record({
        state: fc.constantFrom(...requestStates),
        preview: fc
          .constantFrom('low' as const, 'critical' as const)
          .map((risk) => previewOf({ risk })),
        approval: fc.integer({ min: 0, max: 3 }).map((needed) => ({
          method: 'reviewed' as const,
          rule: 'r',
          needed,
          approvers: [],
        })),
      })
      .map((given) => requestOf(given)),
    event: events,
    by: fc.record({ actor: actors, isAdministrator: fc.boolean() }),
  });

  it('nothing leads out of a final state', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...finalRequestStates), (given, state) => {
        const outcome = nextRequestState({ ...given, request: { ...given.request, state } });
        expect(outcome.kind).toBe('problem');
      }),
    );
  });

  it('nobody decides their own request', () => {
    fc.assert(
      fc.property(steps, (given) => {
        fc.pre(given.event.kind === 'decide');
        const own = nextRequestState({ ...given, by: { ...given.by, actor: alice } });
        expect(own.kind).toBe('problem');
      }),
    );
  });

  it('people approve only in the number it takes, each once, of the plan that there is', () => {
    let approved = 0;
    fc.assert(
      fc.property(steps, decides, ({ request: any, by }, event) => {
        const request: RoleRequestRecord = { ...any, state: 'pending-approval' };
        const outcome = nextRequestState({ request, event, by });
        if (outcome.kind !== 'next' || outcome.state !== 'approved') return;
        approved += 1;
        const counted = event.decisions.filter(
          (one: DecisionRecord) =>
            one.valid &&
            one.decision === 'approve' &&
            one.planId === request.preview?.planId &&
            one.requestId === request.id &&
            one.approver.kind === 'person' &&
            one.approver.id !== alice.id,
        );
        const who = new Set([...counted.map(({ approver }) => approver.id), by.actor.id]);
        const least = request.preview?.risk === 'critical' ? 2 : 1;
        expect(who.size).toBeGreaterThanOrEqual(Math.max(request.approval?.needed ?? 0, least));
        expect(event.planId).toBe(request.preview?.planId);
      }),
      { numRuns: 2000, seed: 20261121 },
    );
    expect(approved).toBeGreaterThan(0);
  });

  it('a plan that moved voids all decisions', () => {
    fc.assert(
      fc.property(steps, approvals, (given, approval) => {
        const event = { kind: 'plan-moved', approval } as const;
        const outcome = nextRequestState({ ...given, event });
        if (outcome.kind === 'next') expect(outcome.voidsDecisions).toBe(true);
      }),
    );
  });

  it('nothing critical is approved by a rule alone', () => {
    fc.assert(
      fc.property(steps, (given) => {
        fc.pre(given.event.kind === 'submit' || given.event.kind === 'plan-moved');
        const preview = previewOf({ risk: 'critical' });
        const outcome = nextRequestState({ ...given, request: { ...given.request, preview } });
        if (outcome.kind === 'next') expect(outcome.state).toBe('pending-approval');
      }),
    );
  });
});
