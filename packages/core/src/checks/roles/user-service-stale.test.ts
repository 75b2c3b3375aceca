import { expect, test } from 'vitest';
import { known, unknown } from '../../model/part.ts';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { arnOf, aUser, daysAgo } from '../testing/snapshot.fixture.ts';
import { userServiceStale } from './user-service-stale.ts';

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
  const principals = [aUser({ name: 'x', createdAt: daysAgo(400) }), aUser({ name: 'not-asked' })];
  const parts = { users: principals, serviceLastAccessed: { [arnOf('user', 'x')]: part } };
  expect(outcomesOf(userServiceStale, parts)).toEqual({ x: outcome });
});

test('a new one had no time to use anything', () => {
  const parts = {
    users: [aUser({ name: 'x' })],
    serviceLastAccessed: { [arnOf('user', 'x')]: known([s3]) },
  };
  expect(outcomesOf(userServiceStale, parts)).toEqual({ x: 'pass' });
});
