import { expect, test } from 'vitest';
import { PolicyFormatError, readPolicy } from '../language/read-policy.ts';
import { compareAccess } from './compare-access.ts';
import { allow, policy, when } from './policy.fixture.ts';

test('documents that hold themselves are refused', () => {
  const own: unknown[] = [];
  own.push(own, own);
  expect(() => readPolicy({ Statement: own })).toThrow(PolicyFormatError);
});

test('a pattern that would need 2^30 states gives up', () => {
  const wide = (letter: string) =>
    policy(allow('s3:*', `arn:aws:s3:::*${letter}${'?'.repeat(30)}x*`));
  expect(compareAccess(wide('a'), wide('b'), { budget: 50_000 })).toMatchObject({
    verdict: 'undecided',
    reason: { kind: 'budget' },
  });
});

test.each([Number.NaN, 0, -1])('a budget of %d is spent', (budget) => {
  const old = policy(allow('s3:*', 'arn:aws:s3:::*a*'));
  const next = policy(allow('s3:*', 'arn:aws:s3:::*b*'));
  expect(compareAccess(old, next, { budget }).verdict).toBe('undecided');
});

test.each([
  ['a number with a thousand digits', when('NumericLessThan', 's3:max-keys', '9'.repeat(1000))],
  ['a number with a huge exponent', when('NumericLessThan', 's3:max-keys', '1e999999')],
  ['a date of the year 30000', when('DateLessThan', 'aws:CurrentTime', '884541168000')],
])('%s is never "none" by mistake', (_name, condition) => {
  expect(compareAccess(policy(), policy(allow('s3:*', '*', condition))).verdict).not.toBe('none');
});

test('a character IAM does not accept makes a document unreadable', () => {
  const next = policy(allow('s3:*', 'arn:aws:s3:::\u{1f600}'));
  expect(compareAccess(policy(allow('*')), next)).toMatchObject({
    verdict: 'undecided',
    reason: { kind: 'unreadable' },
  });
});
