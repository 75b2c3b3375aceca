import { expect, test } from 'vitest';
import { known } from '../../model/part.ts';
import { anAnalyzer, deniedAnalyzers, someFindings } from '../testing/analyzers.fixture.ts';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { analyzerUnusedFindings } from './analyzer-unused-findings.ts';

const mine = anAnalyzer('ACCOUNT_UNUSED_ACCESS');
const other = anAnalyzer('ACCOUNT');
const analyzers = { a: known([mine, other]), b: known([other]), c: deniedAnalyzers };

test('counts the findings of its kind of analyzer', () => {
  const found = (count: number) =>
    known({ [mine.arn]: someFindings({ X: count }), [other.arn]: someFindings({ Y: 5 }) });
  const others = { b: known({ [other.arn]: someFindings({ Y: 5 }) }), c: deniedAnalyzers };
  const outcomes = (count: number) =>
    outcomesOf(analyzerUnusedFindings, {
      analyzers,
      analyzerFindings: { a: found(count), ...others },
    });
  expect(outcomes(0)).toEqual({ 'root#a': 'pass', 'root#c': 'unknown' });
  expect(outcomes(2)).toEqual({ 'root#a': 'fail', 'root#c': 'unknown' });
});

test('says where there are more than were read', () => {
  const analyzerFindings = { a: known({ [mine.arn]: someFindings({ X: 100 }, true) }) };
  const [finding] = findingsOf(analyzerUnusedFindings, { analyzers, analyzerFindings });
  expect(finding?.message).toContain('at least 100');
});
