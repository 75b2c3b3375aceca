import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { orgAllFeatures } from './org-all-features.ts';

const organization = { id: 'o-1', managementAccountId: '999999999999', featureSet: 'ALL' };

test.each([
  ['all', organization, 'pass'],
  ['billing', { ...organization, featureSet: 'CONSOLIDATED_BILLING' }, 'fail'],
  ['no organization', null, 'not-applicable'],
])('%s', (_, value, outcome) => {
  expect(outcomeOf(orgAllFeatures, { organization: value })).toBe(outcome);
});

test('is unknown while the organization is', () => {
  expect(outcomeOf(orgAllFeatures, {})).toBe('unknown');
});
