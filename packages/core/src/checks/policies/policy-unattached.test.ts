import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { anAwsPolicy, aPolicy, daysAgo } from '../testing/snapshot.fixture.ts';
import { policyUnattached } from './policy-unattached.ts';

test('fails what is attached to nobody for longer than the limit', () => {
  const idle = { attachmentCount: 0, createdAt: daysAgo(31) };
  const policies = [
    aPolicy({ name: 'idle', ...idle }),
    aPolicy({ name: 'fresh', ...idle, createdAt: daysAgo(30) }),
    aPolicy({ name: 'boundary', ...idle, boundaryCount: 1 }),
    aPolicy({ name: 'used', ...idle, attachmentCount: 1 }),
    anAwsPolicy({ name: 'ofAws', ...idle }),
  ];
  expect(outcomesOf(policyUnattached, { policies })).toEqual({
    idle: 'fail',
    fresh: 'pass',
    boundary: 'pass',
    used: 'pass',
  });
});
