import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { account } from '../testing/snapshot.fixture.ts';
import { orgGuardrailsPresent } from './org-guardrails-present.ts';

const organization = { id: 'o-1', managementAccountId: account, featureSet: 'ALL' };
const root = { id: 'r-1', type: 'ROOT' };
const own = {
  id: 'p-1',
  name: 'deny-leave',
  type: 'SERVICE_CONTROL_POLICY',
  awsManaged: false,
  targets: [root],
};
const full = { ...own, id: 'p-FullAWSAccess', name: 'FullAWSAccess', awsManaged: true };

test.each([
  ['one of its own', [full, own], 'pass'],
  ['one for resources', [{ ...own, type: 'RESOURCE_CONTROL_POLICY' }], 'pass'],
  ["its own, by the name of AWS's", [{ ...own, name: 'FullAWSAccess' }], 'pass'],
  ["AWS's alone", [full], 'fail'],
  [
    "AWS's for resources",
    [{ ...full, name: 'RCPFullAWSAccess', type: 'RESOURCE_CONTROL_POLICY' }],
    'fail',
  ],
  ['one of another type', [{ ...own, type: 'DECLARATIVE_POLICY_EC2' }], 'fail'],
  ['attached nowhere', [{ ...own, targets: [] }], 'fail'],
  [
    'attached where it binds nobody',
    [{ ...own, targets: [{ id: account, type: 'ACCOUNT' }] }],
    'fail',
  ],
  ['none', [], 'fail'],
  ['asked from a member', null, 'not-applicable'],
])('%s', (_, organizationPolicies, outcome) => {
  expect(outcomeOf(orgGuardrailsPresent, { organizationPolicies, organization })).toBe(outcome);
});

test('is unknown while the policies are', () => {
  expect(outcomeOf(orgGuardrailsPresent, { organization })).toBe('unknown');
});
