import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { account } from '../testing/snapshot.fixture.ts';
import { orgRootCredentialsManagement } from './org-root-credentials-management.ts';

const organization = { id: 'o-1', managementAccountId: account, featureSet: 'ALL' };
const elsewhere = { ...organization, managementAccountId: '999999999999' };

test.each([
  ['on', { organizationsFeatures: ['RootCredentialsManagement'] }, 'pass'],
  ['only the other one on', { organizationsFeatures: ['RootSessions'] }, 'fail'],
  ['nothing on', { organizationsFeatures: [] }, 'fail'],
  [
    'on, asked by the delegated account',
    { organizationsFeatures: ['RootCredentialsManagement'], organization: elsewhere },
    'pass',
  ],
  ['a member', { organizationsFeatures: null, organization: elsewhere }, 'not-applicable'],
  ['no organization', { organizationsFeatures: null, organization: null }, 'not-applicable'],
  ['organization not read', { organizationsFeatures: null }, 'not-applicable'],
  [
    'management account without trusted access',
    { organizationsFeatures: null, organization },
    'warn',
  ],
  [
    'management account of consolidated billing',
    {
      organizationsFeatures: null,
      organization: { ...organization, featureSet: 'CONSOLIDATED_BILLING' },
    },
    'not-applicable',
  ],
  ['features not read', { organization }, 'unknown'],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(orgRootCredentialsManagement, parts)).toBe(outcome);
});
