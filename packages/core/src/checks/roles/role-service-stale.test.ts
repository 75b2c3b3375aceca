import { expect, test } from 'vitest';
import { known, unknown } from '../../model/part.ts';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aRole, arnOf, daysAgo } from '../testing/snapshot.fixture.ts';
import { roleServiceStale } from './role-service-stale.ts';

const s3 = { service: 's3', name: 'Amazon S3' };
const denied = {
  code: 'ACCESS_DENIED',
  message: 'no',
  permission: 'iam:GetServiceLastAccessedDetails',
};

test.each([
  ['used', known([{ ...s3, lastUsedAt: daysAgo(90) }]), 'pass'],
  ['not used for long', known([{ ...s3, lastUsedAt: daysAgo(91) }]), 'fail'],
  ['never used', known([s3]), 'fail'],
  ['allowed nothing', known([]), 'pass'],
  ['not readable', unknown(denied), 'unknown'],
] as const)('%s', (_, part, outcome) => {
  const principals = [aRole({ name: 'x', createdAt: daysAgo(400) }), aRole({ name: 'not-asked' })];
  const parts = { roles: principals, serviceLastAccessed: { [arnOf('role', 'x')]: part } };
  expect(outcomesOf(roleServiceStale, parts)).toEqual({ x: outcome });
});

test('a new one had no time to use anything', () => {
  const parts = {
    roles: [aRole({ name: 'x' })],
    serviceLastAccessed: { [arnOf('role', 'x')]: known([s3]) },
  };
  expect(outcomesOf(roleServiceStale, parts)).toEqual({ x: 'pass' });
});
