import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { declarativePolicies } from './declarative-policies.ts';

const policy = {
  id: 'p-1',
  name: 'no-public-images',
  type: 'DECLARATIVE_POLICY_EC2',
  awsManaged: false,
  targets: [{ id: 'r-1', type: 'ROOT' }],
};

test('lists declarative policies and no others', () => {
  const organizationPolicies = [
    policy,
    { ...policy, id: 'p-2', name: 'declarative', type: 'SERVICE_CONTROL_POLICY' },
  ];
  expect(findingsOf(declarativePolicies, { organizationPolicies })).toMatchObject([
    { outcome: 'pass', evidence: { policies: [{ name: 'no-public-images', targets: ['r-1'] }] } },
  ]);
});

test.each([
  ['none', { organizationPolicies: [] }, 'pass'],
  ['asked from a member', { organizationPolicies: null }, 'not-applicable'],
  ['not read', {}, 'unknown'],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(declarativePolicies, parts)).toBe(outcome);
});
