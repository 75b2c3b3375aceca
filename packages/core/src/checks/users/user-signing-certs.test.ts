import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aReport, aRootRow, aRow, daysAgo } from '../testing/snapshot.fixture.ts';
import { userSigningCerts } from './user-signing-certs.ts';

const active = { active: true, lastRotatedAt: daysAgo(99) };
const inactive = { active: false, lastRotatedAt: daysAgo(99) };

test('fails users with an active certificate', () => {
  const credentialReport = aReport(
    aRootRow({ signingCertificates: [active, inactive] }),
    aRow({ user: 'second', signingCertificates: [inactive, active] }),
    aRow({ user: 'inactive', signingCertificates: [inactive, inactive] }),
  );
  expect(outcomesOf(userSigningCerts, { credentialReport })).toEqual({
    second: 'fail',
    inactive: 'pass',
  });
});
