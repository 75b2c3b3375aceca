import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aKey, aReport, aRootRow, aRow, noKey } from '../testing/snapshot.fixture.ts';
import { rootNoAccessKeys } from './root-no-access-keys.ts';

const inReport = aReport(aRootRow({ accessKeys: [noKey, aKey()] }));

test.each([
  ['one', { accountSummary: { AccountAccessKeysPresent: 1 } }, 'fail'],
  ['none', { accountSummary: { AccountAccessKeysPresent: 0 } }, 'pass'],
  [
    'a summary of now that contradicts an older report',
    { accountSummary: { AccountAccessKeysPresent: 0 }, credentialReport: inReport },
    'pass',
  ],
  ['the report alone', { credentialReport: inReport }, 'fail'],
  ['a report without one', { credentialReport: aReport() }, 'pass'],
  ['a summary that does not say', { accountSummary: {} }, 'unknown'],
  ['neither', {}, 'unknown'],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(rootNoAccessKeys, parts)).toBe(outcome);
});

test("does not look at users' credentials", () => {
  const credentialReport = aReport(aRow({ user: 'root', accessKeys: [aKey(), noKey] }));
  expect(outcomeOf(rootNoAccessKeys, { credentialReport })).toBe('pass');
});
