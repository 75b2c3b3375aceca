import { expect, test } from 'vitest';
import { known } from '../../model/part.ts';
import { anAnalyzer, deniedAnalyzers } from '../testing/analyzers.fixture.ts';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { analyzerUnused } from './analyzer-unused.ts';

const none = known([anAnalyzer('ACCOUNT')]);

test.each([
  ['one in any Region', { a: none, b: known([anAnalyzer('ACCOUNT_UNUSED_ACCESS')]) }, 'pass'],
  [
    'one, and an unread Region',
    { a: deniedAnalyzers, b: known([anAnalyzer('ORGANIZATION_UNUSED_ACCESS')]) },
    'pass',
  ],
  ['one that failed', { a: known([anAnalyzer('ACCOUNT_UNUSED_ACCESS', 'FAILED')]) }, 'fail'],
  ['none', { a: none }, 'fail'],
  ['none that was seen', { a: none, b: deniedAnalyzers }, 'unknown'],
])('%s', (_, analyzers, outcome) => {
  expect(outcomesOf(analyzerUnused, { analyzers, organization: null })).toEqual({ root: outcome });
});

test('a member may be covered', () => {
  expect(outcomesOf(analyzerUnused, { analyzers: { a: none } })).toEqual({ root: 'warn' });
});
