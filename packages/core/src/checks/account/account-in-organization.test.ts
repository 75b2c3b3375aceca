import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { account } from '../testing/snapshot.fixture.ts';
import { accountInOrganization } from './account-in-organization.ts';

const member = { id: 'o-1', managementAccountId: '999999999999', featureSet: 'ALL' };

test.each([
  ['a member', member, 'pass'],
  ['the management account', { ...member, managementAccountId: account }, 'pass'],
  ['on its own', null, 'fail'],
])('%s', (_, organization, outcome) => {
  expect(outcomeOf(accountInOrganization, { organization })).toBe(outcome);
});

test('is unknown while the organization is', () => {
  expect(outcomeOf(accountInOrganization, {})).toBe('unknown');
});
