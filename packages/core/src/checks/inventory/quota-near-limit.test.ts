import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { quotaNearLimit } from './quota-near-limit.ts';

test('judges each quota that is told', () => {
  const accountSummary = {
    Users: 79,
    UsersQuota: 100,
    Roles: 80,
    RolesQuota: 100,
    Policies: 3,
    GroupsQuota: 300,
    ServerCertificates: 0,
    ServerCertificatesQuota: 0,
  };
  expect(outcomesOf(quotaNearLimit, { accountSummary })).toEqual({
    'root#Users': 'pass',
    'root#Roles': 'fail',
  });
  const settings = { quotaWarnPercent: 79 };
  expect(outcomesOf(quotaNearLimit, { accountSummary }, { settings })).toEqual({
    'root#Users': 'fail',
    'root#Roles': 'fail',
  });
});

test('is unknown where no quota is told', () => {
  const accountSummary = { AccountMFAEnabled: 1 };
  expect(outcomesOf(quotaNearLimit, { accountSummary })).toEqual({ root: 'unknown' });
});
