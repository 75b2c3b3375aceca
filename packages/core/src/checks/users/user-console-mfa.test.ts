import { expect, test } from 'vitest';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { aReport, aRow, reportGeneratedAt } from '../testing/snapshot.fixture.ts';
import { userConsoleMfa } from './user-console-mfa.ts';

test('judges the users who have a password, never root', () => {
  const credentialReport = aReport(
    aRow({ user: 'with-mfa', password: 'enabled', mfaActive: true }),
    aRow({ user: 'without-mfa', password: 'enabled' }),
    aRow({ user: 'without-password' }),
    aRow({ user: 'not-told', password: 'unknown' }),
    aRow({ user: 'not-told-with-mfa', password: 'unknown', mfaActive: true }),
  );
  expect(outcomesOf(userConsoleMfa, { credentialReport })).toEqual({
    'with-mfa': 'pass',
    'without-mfa': 'fail',
    'not-told': 'unknown',
  });
});

test('says how old the report is', () => {
  const credentialReport = aReport(aRow({ user: 'alice', password: 'enabled' }));
  const [finding] = findingsOf(userConsoleMfa, { credentialReport });
  expect(finding).toMatchObject({ evidence: { reportGeneratedAt } });
});

test('does not apply to an account of root alone', () => {
  const parts = { credentialReport: aReport() };
  expect(outcomesOf(userConsoleMfa, parts)).toEqual({ root: 'not-applicable' });
});
