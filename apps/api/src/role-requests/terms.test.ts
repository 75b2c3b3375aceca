import { describe, expect, it } from 'vitest';
import type { EligibilityRule, GrantRecord } from '../model/records.ts';
import type { Caller } from './caller.ts';
import { eligibleFor, judgeEligibility, type Wanted } from './eligibility.ts';
import { type ExtensionQuestion, extensionFor } from './extension.ts';
import { leaverSteps } from './leaver.ts';
import { recertificationOf } from './recertification.ts';
import {
  alice,
  aliceMapping,
  approvalRule,
  bob,
  carol,
  decisionOf,
  grantOf,
  requestOf,
  service,
} from './testing/records.fixture.ts';

const rule: EligibilityRule = {
  id: 'developers',
  who: ['group:developers'],
  blueprints: ['person-role', 'ecs-express'],
  accounts: ['111122223333'],
  maxDurationSeconds: 14_400,
  emergency: false,
};
const onCall: EligibilityRule = {
  ...rule,
  id: 'on-call',
  who: [alice.id],
  blueprints: ['*'],
  accounts: ['*'],
  maxDurationSeconds: 3600,
  emergency: true,
};
const caller: Caller = { actor: alice, groups: ['developers'] };
const wanted: Wanted = {
  blueprint: 'person-role',
  account: '111122223333',
  durationSeconds: 7200,
  emergency: false,
};

describe('eligibility', () => {
  it.each<[string, Partial<Wanted>, object]>([
    ['as it is', {}, { kind: 'allowed', rule: 'developers' }],
    ['the longest', { durationSeconds: 14_400 }, { kind: 'allowed' }],
    ['too long', { durationSeconds: 14_401 }, { code: 'too-long', maxDurationSeconds: 14_400 }],
    ['no time', { durationSeconds: 0 }, { code: 'duration-invalid' }],
    ['half a second', { durationSeconds: 0.5 }, { code: 'duration-invalid' }],
    ['no number', { durationSeconds: Number.NaN }, { code: 'duration-invalid' }],
    ['an emergency', { durationSeconds: 3600, emergency: true }, { rule: 'on-call' }],
    ['a long emergency', { emergency: true }, { code: 'too-long', maxDurationSeconds: 3600 }],
    ['elsewhere', { account: '999988887777', durationSeconds: 3600 }, { rule: 'on-call' }],
    ['long elsewhere', { account: '999988887777' }, { code: 'too-long' }],
  ])('%s', (_, more, expected) => {
    expect(judgeEligibility([rule, onCall], caller, { ...wanted, ...more })).toMatchObject(
      expected,
    );
  });

  it('is nobody’s where no rule names them, and no emergency’s where none allows it', () => {
    const stranger = { actor: bob, groups: [] };
    expect(judgeEligibility([rule, onCall], stranger, wanted)).toMatchObject({
      code: 'not-eligible',
    });
    expect(judgeEligibility([rule], caller, { ...wanted, emergency: true })).toMatchObject({
      code: 'no-emergency',
    });
  });

  it('lists what may be asked for', () => {
    expect(eligibleFor([rule, onCall], caller)).toHaveLength(2);
    expect(eligibleFor([rule, onCall], caller, { blueprint: 'support-user-role' })).toEqual([
      {
        rule: 'on-call',
        blueprints: ['support-user-role'],
        accounts: ['*'],
        maxDurationSeconds: 3600,
        emergency: true,
      },
    ]);
    expect(eligibleFor([rule], caller, { account: '999988887777' })).toEqual([]);
    expect(eligibleFor([{ ...rule, who: ['*'] }], { actor: bob, groups: [] })).toHaveLength(1);
  });
});

describe('extension', () => {
  const automatic = approvalRule('a', { kind: 'automatic' }, { maxDurationSeconds: 10_800 });
  const people = approvalRule('p', { kind: 'people', approvers: [bob.id], needed: 1 });
  const question: ExtensionQuestion = {
    grant: grantOf(),
    caller,
    until: '2026-11-21T13:00:00Z',
    now: new Date('2026-11-21T11:00:00Z'),
    risk: 'low',
    environment: 'production',
    eligibility: [rule],
    approvals: [automatic, people],
  };
  const given = (grant: Partial<GrantRecord>) => ({ grant: grantOf(grant) });

  it.each<[string, Partial<ExtensionQuestion>, object]>([
    ['an hour more', {}, { kind: 'apply', rule: 'a', expiresAt: '2026-11-21T13:00:00.000Z' }],
    ['more than goes by itself', { until: '2026-11-21T13:30:00Z' }, { kind: 'ask', rule: 'p' }],
    ['more than may be, from its start', { until: '2026-11-21T14:00:01Z' }, { code: 'too-long' }],
    ['no more', { until: '2026-11-21T12:00:00Z' }, { code: 'not-later' }],
    ['nonsense', { until: 'later' }, { code: 'duration-invalid' }],
    ['for another', { caller: { actor: bob, groups: ['developers'] } }, { code: 'not-allowed' }],
    ['of what has ended', given({ state: 'expired' }), { code: 'state-conflict' }],
    ['after its end', { now: new Date('2026-11-21T12:00:00Z') }, { code: 'state-conflict' }],
    ['of an emergency', given({ needsReview: true }), { code: 'review-first' }],
    ['no longer eligible', { eligibility: [] }, { code: 'not-eligible' }],
    ['without a rule', { approvals: [] }, { code: 'not-approvable' }],
    ['critical', { risk: 'critical' }, { code: 'not-approvable' }],
  ])('%s', (_, more, expected) => {
    expect(extensionFor({ ...question, ...more })).toMatchObject(expected);
  });
});

it.each([
  ['ended', { state: 'revoked' }, '2026-11-21T11:00:00Z', 'not-needed'],
  ['ends before', { expiresAt: '2026-11-21T10:59:59Z' }, '2026-11-21T11:00:00Z', 'not-needed'],
  ['fresh', {}, '2026-11-21T10:59:59Z', 'not-due'],
  ['due', {}, '2026-11-21T11:00:00Z', 'due'],
  ['asked', {}, '2026-11-21T11:14:59Z', 'asked', '2026-11-21T11:05:00Z'],
  ['overdue', {}, '2026-11-21T11:15:00Z', 'overdue', '2026-11-21T11:05:00Z'],
  ['never asked, as after an outage', {}, '2026-11-21T11:50:00Z', 'due'],
  ['asked about an earlier time', {}, '2026-11-21T11:50:00Z', 'due', '2026-11-21T10:59:59Z'],
  ['said again', { recertifiedAt: '2026-11-21T10:30:00Z' }, '2026-11-21T11:10:00Z', 'not-due'],
] as const)('recertification: %s', (_, given, now, expected, askedAt: string | null = null) => {
  const terms = { everySeconds: 3600, graceSeconds: 600 };
  const times = { now: new Date(now), askedAt };
  expect(recertificationOf(grantOf(given), terms, times).kind).toBe(expected);
});

it('ends all of a leaver, and nothing of others', () => {
  const waiting = requestOf({ id: 'waiting', requester: carol, state: 'pending-approval' });
  const done = requestOf({ id: 'done', requester: carol, state: 'fulfilled' });
  const steps = leaverSteps({
    subject: alice.id,
    requests: [
      requestOf({ id: 'r1', state: 'pending-approval' }),
      requestOf({ id: 'r2', state: 'provisioning' }),
      requestOf({ id: 'r3', state: 'fulfilled' }),
      waiting,
      done,
    ],
    grants: [
      grantOf({ id: 'g1', state: 'active' }),
      grantOf({ id: 'g2', state: 'removal-failed' }),
      grantOf({ id: 'g3', state: 'removing' }),
      grantOf({ id: 'g4', state: 'revoked' }),
      grantOf({ id: 'g5', holder: bob }),
    ],
    decisions: [
      decisionOf({ id: 'd1', requestId: 'waiting', approver: alice }),
      decisionOf({ id: 'd2', requestId: 'done', approver: alice }),
      decisionOf({ id: 'd3', requestId: 'waiting', approver: bob }),
      decisionOf({ id: 'd4', requestId: 'waiting', approver: bob, onBehalfOf: alice.id }),
      decisionOf({ id: 'd5', requestId: 'waiting', approver: alice, valid: false }),
    ],
    delegations: [
      { id: 'l1', from: alice.id, fromGroups: [], to: bob.id, startsAt: '', endsAt: '' },
      { id: 'l2', from: bob.id, fromGroups: [], to: alice.id, startsAt: '', endsAt: '' },
      { id: 'l3', from: bob.id, fromGroups: [], to: carol.id, startsAt: '', endsAt: '' },
    ],
    mappings: [aliceMapping, { ...aliceMapping, subject: bob.id }],
    tokens: [
      { id: 't1', actor: alice, createdBy: alice },
      { id: 't2', actor: service, createdBy: alice },
      { id: 't3', actor: bob, createdBy: bob },
    ],
    changes: ['c1'],
  });
  expect(steps).toEqual({
    cancelRequests: ['r1'],
    awaitRequests: ['r2'],
    revokeGrants: ['g1', 'g2'],
    endingGrants: ['g3'],
    voidDecisions: ['d1', 'd4'],
    endDelegations: ['l1', 'l2'],
    removeMappings: [aliceMapping],
    revokeTokens: ['t1', 't2'],
    withdrawChanges: ['c1'],
  });
});
