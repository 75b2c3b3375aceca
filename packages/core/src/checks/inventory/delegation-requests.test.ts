import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { delegationRequests } from './delegation-requests.ts';

const request = { id: 'dr-1', state: 'PENDING_APPROVAL', requester: 'Vendor' };

test.each([
  ['none', { delegationRequests: [] }, 'pass'],
  ['one', { delegationRequests: [request] }, 'warn'],
  ['not read', {}, 'unknown'],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(delegationRequests, parts)).toBe(outcome);
});

test('lists them, also those that nobody signed', () => {
  const open = [request, { id: 'dr-0', state: 'UNASSIGNED' }];
  expect(findingsOf(delegationRequests, { delegationRequests: open })).toMatchObject([
    { evidence: { requests: [{ id: 'dr-0', requester: null }, { id: 'dr-1' }] } },
  ]);
});
