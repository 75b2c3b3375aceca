import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { daysAgo } from '../testing/snapshot.fixture.ts';
import { orgInvitesPending } from './org-invites-pending.ts';

const invite = { id: 'h-1', action: 'INVITE' };

test.each([
  ['none', [], 'pass'],
  ['one', [{ ...invite, expiresAt: daysAgo(-3) }], 'fail'],
  ['one without an end', [invite], 'fail'],
  ['one that has ended', [{ ...invite, expiresAt: daysAgo(1) }], 'pass'],
])('%s', (_, openHandshakes, outcome) => {
  expect(outcomeOf(orgInvitesPending, { openHandshakes })).toBe(outcome);
});

test('lists those that are open', () => {
  const openHandshakes = [{ id: 'h-2', action: 'ENABLE_ALL_FEATURES' }, invite];
  expect(findingsOf(orgInvitesPending, { openHandshakes })).toMatchObject([
    { evidence: { handshakes: [{ id: 'h-1' }, { id: 'h-2' }] } },
  ]);
});
