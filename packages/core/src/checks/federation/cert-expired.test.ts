import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { arnOf, daysAgo } from '../testing/snapshot.fixture.ts';
import { certExpired } from './cert-expired.ts';

const certificate = (name: string, expiresAt: string) => ({
  name,
  arn: arnOf('server-certificate', name),
  uploadedAt: daysAgo(300),
  expiresAt,
});

test('by the time that is left', () => {
  const serverCertificates = [
    certificate('long', daysAgo(-30)),
    certificate('soon', daysAgo(-29)),
    certificate('over', daysAgo(1)),
  ];
  expect(outcomesOf(certExpired, { serverCertificates })).toEqual({
    long: 'pass',
    soon: 'pass',
    over: 'fail',
  });
});
