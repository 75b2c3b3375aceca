import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aReport, aRootRow, aRow } from '../testing/snapshot.fixture.ts';
import { rootNoSigningCerts } from './root-no-signing-certs.ts';

const inReport = aReport(aRootRow({ signingCertificates: [{ active: false }, { active: true }] }));

test.each([
  ['one', { accountSummary: { AccountSigningCertificatesPresent: 1 } }, 'fail'],
  ['none', { accountSummary: { AccountSigningCertificatesPresent: 0 } }, 'pass'],
  [
    'a summary of now that contradicts an older report',
    { accountSummary: { AccountSigningCertificatesPresent: 0 }, credentialReport: inReport },
    'pass',
  ],
  ['the report alone', { credentialReport: inReport }, 'fail'],
  ['a report without one', { credentialReport: aReport() }, 'pass'],
  ['a summary that does not say', { accountSummary: {} }, 'unknown'],
  ['neither', {}, 'unknown'],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(rootNoSigningCerts, parts)).toBe(outcome);
});

test("does not look at users' credentials", () => {
  const credentialReport = aReport(
    aRow({ user: 'root', signingCertificates: [{ active: true }, { active: false }] }),
  );
  expect(outcomeOf(rootNoSigningCerts, { credentialReport })).toBe('pass');
});
