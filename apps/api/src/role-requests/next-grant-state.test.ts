import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type GrantRecord, type GrantState, grantStates } from '../model/records.ts';
import {
  finalGrantStates,
  type GrantEvent,
  type GrantStep,
  nextGrantState,
} from './next-grant-state.ts';
import { alice, bob, grantOf, service } from './testing/records.fixture.ts';

const nobody = { isAdministrator: false, isApprover: false };
const asService = { actor: service, ...nobody };
const asHolder = { actor: alice, ...nobody };
const asApprover = { actor: bob, isAdministrator: false, isApprover: true };

function outcomeOf(
  state: GrantState,
  event: GrantEvent,
  by: GrantStep['by'],
  given: Partial<GrantRecord> = {},
): string {
  const outcome = nextGrantState({ grant: grantOf({ state, ...given }), event, by });
  return outcome.kind === 'problem' ? `! ${outcome.code}` : outcome.state;
}

it.each<
  [string, GrantEvent, GrantStep['by'], Partial<GrantRecord>, Partial<Record<GrantState, string>>]
>([
  ['activate', { kind: 'activate' }, asService, {}, { provisioning: 'active' }],
  ['warn', { kind: 'warn' }, asService, {}, { active: 'expiring' }],
  ['extend', { kind: 'extend' }, asHolder, {}, { active: 'active', expiring: 'active' }],
  [
    'expire',
    { kind: 'expire', at: '2026-11-21T12:00:00Z' },
    asService,
    {},
    { active: 'removing', expiring: 'removing' },
  ],
  [
    'expire too early',
    { kind: 'expire', at: '2026-11-21T11:59:59Z' },
    asService,
    {},
    { active: '! not-due', expiring: '! not-due' },
  ],
  [
    'revoke',
    { kind: 'revoke' },
    asHolder,
    {},
    {
      provisioning: 'revoking',
      active: 'revoking',
      expiring: 'revoking',
      'removal-failed': 'revoking',
    },
  ],
  ['removed', { kind: 'removed' }, asService, {}, { removing: 'expired', revoking: 'revoked' }],
  [
    'fail to remove',
    { kind: 'fail-removal' },
    asService,
    {},
    { removing: 'removal-failed', revoking: 'removal-failed' },
  ],
  ['retry after time', { kind: 'retry-removal' }, asService, {}, { 'removal-failed': 'removing' }],
  [
    'retry after somebody',
    { kind: 'retry-removal' },
    asService,
    { endedBy: bob },
    { 'removal-failed': 'revoking' },
  ],
  ['recertify', { kind: 'recertify' }, asApprover, {}, { active: 'active', expiring: 'expiring' }],
  ['review what needs none', { kind: 'review' }, asApprover, {}, {}],
])('%s', (_, event, by, given, expected) => {
  const all = grantStates.map((state): [string, string] => [
    state,
    outcomeOf(state, event, by, given),
  ]);
  const conflict = grantStates.map((state): [string, string] => [state, '! state-conflict']);
  expect(Object.fromEntries(all)).toEqual({ ...Object.fromEntries(conflict), ...expected });
});

it.each<[string, GrantEvent, GrantStep['by'], Partial<GrantRecord>, string]>([
  ['revokes as a stranger', { kind: 'revoke' }, { actor: bob, ...nobody }, {}, '! not-allowed'],
  ['extends for another', { kind: 'extend' }, asApprover, {}, '! not-allowed'],
  [
    'recertifies their own',
    { kind: 'recertify' },
    { actor: alice, isAdministrator: true, isApprover: true },
    {},
    '! self-approval',
  ],
  [
    'reviews their own emergency',
    { kind: 'review' },
    { actor: alice, isAdministrator: true, isApprover: true },
    { needsReview: true },
    '! self-approval',
  ],
  ['reviews an emergency', { kind: 'review' }, asApprover, { needsReview: true }, 'active'],
  [
    'reviews it again',
    { kind: 'review' },
    asApprover,
    { needsReview: true, review: { by: bob, at: '', comment: '' } },
    '! state-conflict',
  ],
])('who %s', (_, event, by, given, expected) => {
  expect(outcomeOf('active', event, by, given)).toBe(expected);
});

it('never leaves a final state', () => {
  const kinds = [
    'activate',
    'warn',
    'extend',
    'revoke',
    'removed',
    'fail-removal',
    'retry-removal',
    'recertify',
    'review',
  ] as const;
  const events = fc.oneof<fc.Arbitrary<GrantEvent>[]>(
    fc.record({ kind: fc.constantFrom(...kinds) }),
    fc.record({ kind: fc.constant('expire'), at: fc.constant('2027-01-01T00:00:00Z') }),
  );
  const by = fc.record({
    actor: fc.constantFrom(alice, bob, service),
    isAdministrator: fc.boolean(),
    isApprover: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...finalGrantStates),
      fc.array(fc.tuple(events, by), { maxLength: 20 }),
      fc.boolean(),
      (state, steps, needsReview) => {
        let now: GrantState = state;
        for (const [event, who] of steps) {
          const grant = grantOf({ state: now, needsReview });
          const outcome = nextGrantState({ grant, event, by: who });
          if (outcome.kind === 'next') now = outcome.state;
        }
        expect(now).toBe(state);
      },
    ),
  );
});
