import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApprovalRule, Delegation } from '../model/records.ts';
import { type ApprovalQuestion, approvalFor, riskLevels } from './approval.ts';
import type { Caller } from './caller.ts';
import { countApprovals, mayApprove } from './may-approve.ts';
import {
  alice,
  approvalRule,
  bob,
  carol,
  decisionOf,
  previewOf,
  requestOf,
} from './testing/records.fixture.ts';

const asked: ApprovalQuestion = {
  blueprint: 'person-role',
  account: '111122223333',
  environment: 'production',
  risk: 'low',
  durationSeconds: 3600,
  emergency: false,
};
const automatic = approvalRule('auto', { kind: 'automatic' });
const people = (needed: number, approvers: readonly string[] = ['group:security']) =>
  approvalRule('people', { kind: 'people', approvers, needed });

describe('who approves', () => {
  it.each<[string, readonly ApprovalRule[], Partial<ApprovalQuestion>, object]>([
    ['no rule', [], {}, { kind: 'refused', code: 'no-rule' }],
    ['the first that matches', [automatic, people(1)], {}, { kind: 'automatic', rule: 'auto' }],
    [
      'another blueprint',
      [{ ...automatic, when: { blueprints: ['ecs-express'] } }],
      {},
      { kind: 'refused', code: 'no-rule' },
    ],
    [
      'another account',
      [{ ...automatic, when: { accounts: ['999988887777'] } }],
      {},
      { kind: 'refused' },
    ],
    [
      'another environment',
      [{ ...automatic, when: { environments: ['development'] } }, people(1)],
      {},
      { kind: 'people', needed: 1 },
    ],
    ['too long', [{ ...automatic, when: { maxDurationSeconds: 3599 } }], {}, { kind: 'refused' }],
    [
      'just not too long',
      [{ ...automatic, when: { maxDurationSeconds: 3600 } }],
      {},
      { kind: 'automatic' },
    ],
    ['too risky', [{ ...automatic, when: { maxRisk: 'info' } }], {}, { kind: 'refused' }],
    ['as risky as may be', [{ ...automatic, when: { maxRisk: 'low' } }], {}, { kind: 'automatic' }],
    [
      'a rule that refuses',
      [approvalRule('no', { kind: 'refuse', why: 'Ask platform.' }), automatic],
      { emergency: true },
      { kind: 'refused', code: 'refused-by-rule', explanation: 'Ask platform.' },
    ],
    ['critical, automatic', [automatic], { risk: 'critical' }, { code: 'two-people-needed' }],
    [
      'critical, people after an automatic rule',
      [automatic, people(1)],
      { risk: 'critical' },
      { kind: 'people', rule: 'people', needed: 2 },
    ],
    ['critical, three', [people(3)], { risk: 'critical' }, { kind: 'people', needed: 3 }],
    [
      'critical, one named',
      [people(1, [bob.id, bob.id])],
      { risk: 'critical' },
      { kind: 'refused', code: 'two-people-needed' },
    ],
    ['nobody needed', [people(0)], {}, { kind: 'people', needed: 1 }],
    ['an emergency', [people(2)], { emergency: true }, { kind: 'emergency', rule: 'people' }],
    [
      'a critical emergency',
      [automatic, people(1)],
      { risk: 'critical', emergency: true },
      { kind: 'people', needed: 2 },
    ],
  ])('%s', (_, rules, more, expected) => {
    expect(approvalFor(rules, { ...asked, ...more })).toMatchObject(expected);
  });

  it('is two at least of what is critical, whatever the rules say', () => {
    const outcomes = fc.oneof(
      fc.constant({ kind: 'automatic' as const }),
      fc.record({
        kind: fc.constant('people' as const),
        approvers: fc.array(fc.constantFrom('a', 'b', 'group:c')),
        needed: fc.integer({ min: -1, max: 3 }),
      }),
    );
    const when = fc.record(
      { maxRisk: fc.constantFrom(...riskLevels), blueprints: fc.constant(['*']) },
      { requiredKeys: [] },
    );
    const rule = fc
      .tuple(fc.string(), outcomes, when)
      .map(([id, outcome, where]) => approvalRule(id, outcome, where));
    fc.assert(
      fc.property(fc.array(rule), fc.boolean(), (rules, emergency) => {
        const approval = approvalFor(rules, { ...asked, risk: 'critical', emergency });
        expect(['people', 'refused']).toContain(approval.kind);
        if (approval.kind === 'people') expect(approval.needed).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

const now = new Date('2026-11-21T12:00:00Z');
const callerOf = (actor: Caller['actor'], groups: readonly string[] = []): Caller => ({
  actor,
  groups,
});
const pending = requestOf({
  approval: { method: 'reviewed', rule: 'r', needed: 1, approvers: [bob.id, 'group:security'] },
});
const lent: Delegation = {
  id: 'd',
  from: bob.id,
  fromGroups: [],
  to: carol.id,
  startsAt: '2026-11-21T12:00:00Z',
  endsAt: '2026-11-21T13:00:00Z',
};

describe('who may approve', () => {
  it.each<[string, Caller, readonly Delegation[], object]>([
    ['a named one', callerOf(bob), [], { kind: 'yes', onBehalfOf: null }],
    ['one of a group', callerOf(carol, ['security']), [], { kind: 'yes', onBehalfOf: null }],
    ['one of another group', callerOf(carol, ['sec']), [], { code: 'not-an-approver' }],
    ['oneself', callerOf(alice, ['security']), [], { code: 'self-approval' }],
    [
      'a machine of that name',
      callerOf({ ...bob, kind: 'machine' }),
      [],
      { code: 'not-an-approver' },
    ],
    ['a delegate', callerOf(carol), [lent], { kind: 'yes', onBehalfOf: bob.id }],
    [
      'the delegate of one of a group',
      callerOf(carol),
      [{ ...lent, from: 'x', fromGroups: ['group:security'] }],
      { kind: 'yes', onBehalfOf: 'x' },
    ],
    [
      'a delegate too early',
      callerOf(carol),
      [{ ...lent, startsAt: '2026-11-21T12:00:01Z' }],
      { code: 'not-an-approver' },
    ],
    [
      'a delegate too late',
      callerOf(carol),
      [{ ...lent, endsAt: '2026-11-21T12:00:00Z' }],
      { code: 'not-an-approver' },
    ],
    [
      'the delegate of nobody',
      callerOf(carol),
      [{ ...lent, from: 'x' }],
      { code: 'not-an-approver' },
    ],
    [
      'the delegate of the one who asks',
      callerOf(carol),
      [{ ...lent, from: alice.id, fromGroups: ['group:security'] }],
      { code: 'self-approval' },
    ],
    [
      'oneself as a delegate',
      callerOf(alice),
      [{ ...lent, to: alice.id }],
      { code: 'self-approval' },
    ],
  ])('%s', (_, caller, delegations, expected) => {
    expect(mayApprove(caller, pending, { delegations, now })).toMatchObject(expected);
  });
});

it.each([
  ['one', [decisionOf()], 1],
  ['two people', [decisionOf(), decisionOf({ approver: carol })], 2],
  ['one twice', [decisionOf(), decisionOf()], 1],
  ['a rejection', [decisionOf({ decision: 'reject' })], 0],
  ['a void one', [decisionOf({ valid: false })], 0],
  ['another plan', [decisionOf({ planId: 'plan-0' })], 0],
  ['another request', [decisionOf({ requestId: 'other' })], 0],
  ['the one who asks', [decisionOf({ approver: alice })], 0],
  ['in the place of the one who asks', [decisionOf({ onBehalfOf: alice.id })], 0],
  ['a machine', [decisionOf({ approver: { ...bob, kind: 'machine' } })], 0],
  [
    'an approver and their delegate',
    [decisionOf(), decisionOf({ approver: carol, onBehalfOf: bob.id })],
    1,
  ],
])('counts %s', (_, decisions, expected) => {
  expect(countApprovals(requestOf({ preview: previewOf() }), decisions)).toBe(expected);
});
