import { expect, test } from 'vitest';
import type { PasswordPolicy } from '../../model/snapshot.ts';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPasswordPolicy, aReport, aRootRow, aRow } from '../testing/snapshot.fixture.ts';
import { definePasswordCheck } from './password-policy-check.ts';

const check = definePasswordCheck({
  id: 'password-test',
  title: 'Fails',
  severity: 'low',
  rationale: 'For the test.',
  judge: ({ minimumLength }) => ({
    outcome: 'fail',
    message: `${minimumLength} characters`,
    evidence: {},
  }),
});

test.each<[string, PasswordPolicy | null, string]>([
  ['its own policy', aPasswordPolicy(), '14 characters.'],
  ["AWS's default", null, "8 characters (AWS's default policy: the account has none)."],
])('judges %s and says so', (_, passwordPolicy, message) => {
  expect(findingsOf(check, { passwordPolicy })).toMatchObject([{ outcome: 'fail', message }]);
});

test.each([
  ['no user', [], 'not-applicable'],
  ['no password but that of root', [aRootRow(), aRow({ user: 'alice' })], 'not-applicable'],
  ['a password', [aRow({ user: 'alice', password: 'enabled' })], 'fail'],
  ['perhaps a password', [aRow({ user: 'alice', password: 'unknown' })], 'fail'],
] as const)('with %s', (_, rows, outcome) => {
  const parts = { passwordPolicy: aPasswordPolicy(), credentialReport: aReport(...rows) };
  expect(outcomeOf(check, parts)).toBe(outcome);
});

test('is unknown while the policy is', () => {
  const credentialReport = aReport(aRow({ user: 'alice', password: 'enabled' }));
  expect(outcomeOf(check, { credentialReport })).toBe('unknown');
});
