import { expect, test } from 'vitest';
import { known } from '../../model/part.ts';
import { anAnalyzer, deniedAnalyzers } from '../testing/analyzers.fixture.ts';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { account } from '../testing/snapshot.fixture.ts';
import { analyzerExternal } from './analyzer-external.ts';

const organization = { id: 'o-1', managementAccountId: '999999999999', featureSet: 'ALL' };

test.each([
  ['ACCOUNT', 'ACTIVE', 'pass'],
  ['ORGANIZATION', 'ACTIVE', 'pass'],
  ['ACCOUNT', 'FAILED', 'fail'],
  ['ACCOUNT', 'DISABLED', 'fail'],
  ['ACCOUNT', 'CREATING', 'warn'],
  ['ACCOUNT_UNUSED_ACCESS', 'ACTIVE', 'fail'],
  ['ORGANIZATION_INTERNAL_ACCESS', 'ACTIVE', 'fail'],
])('%s %s', (type, status, outcome) => {
  const analyzers = { 'eu-west-1': known([anAnalyzer(type, status)]) };
  const parts = { analyzers, organization: null };
  expect(outcomesOf(analyzerExternal, parts)).toEqual({ 'root#eu-west-1': outcome });
});

test('every Region counts, and one that was not read is unknown', () => {
  const analyzers = { a: known([anAnalyzer('ACCOUNT')]), b: known([]), c: deniedAnalyzers };
  expect(outcomesOf(analyzerExternal, { analyzers, organization: null })).toEqual({
    'root#a': 'pass',
    'root#b': 'fail',
    'root#c': 'unknown',
  });
});

test.each([
  ['a member', organization, 'warn'],
  ['the management account', { ...organization, managementAccountId: account }, 'fail'],
])('%s without one', (_, of, outcome) => {
  const parts = { analyzers: { a: known([]) }, organization: of };
  expect(outcomesOf(analyzerExternal, parts)).toEqual({ 'root#a': outcome });
});
