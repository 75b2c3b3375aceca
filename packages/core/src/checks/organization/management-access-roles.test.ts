import type { PolicyPrincipal } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { account, aRole, daysAgo } from '../testing/snapshot.fixture.ts';
import { managementAccessRoles } from './management-access-roles.ts';

const management = '999999999999';
const organization = { id: 'o-1', managementAccountId: management, featureSet: 'ALL' };
const settings = { delegatedAdministrators: ['444444444444'] };
const name = 'OrganizationAccountAccessRole';
const trusting = (Principal: PolicyPrincipal) => ({
  Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] as const,
});

test.each([
  ['the management account', { AWS: `arn:aws:iam::${management}:root` }, 'pass'],
  ['its number', { AWS: management }, 'pass'],
  ['a role of it', { AWS: `arn:aws:iam::${management}:role/aws-service-role/x/y` }, 'pass'],
  ['a delegated administrator', { AWS: '444444444444' }, 'pass'],
  ['the account itself', { AWS: `arn:aws:iam::${account}:root` }, 'fail'],
  ['a stranger beside it', { AWS: [management, '555555555555'] }, 'fail'],
  ['anyone', '*', 'fail'],
  ['a service', { Service: 'ec2.amazonaws.com' }, 'fail'],
  ['somebody deleted', { AWS: ['AIDACKCEVSQ6C2EXAMPLE', management] }, 'warn'],
])('trusts %s', (_, principal, outcome) => {
  const roles = [aRole({ name, trust: trusting(principal) })];
  const outcomes = outcomesOf(managementAccessRoles, { roles, organization }, { settings });
  expect(outcomes).toEqual({ [name]: outcome });
});

const mine = trusting({ AWS: account });
const theirs = trusting({ AWS: management });

test.each([
  ['used long ago', { trust: theirs, lastUsed: { at: daysAgo(91) } }, organization, 'warn'],
  ['used lately', { trust: theirs, lastUsed: { at: daysAgo(90) } }, organization, 'pass'],
  ['never used, and new', { trust: theirs, createdAt: daysAgo(5) }, organization, 'pass'],
  ['never used, and old', { trust: theirs, createdAt: daysAgo(500) }, organization, 'warn'],
  ['no organization', { trust: theirs }, null, 'fail'],
  ['organization not read', { trust: theirs }, undefined, 'unknown'],
  ['organization not read, anyone', { trust: trusting('*') }, undefined, 'fail'],
])('%s', (_, role, value, outcome) => {
  const roles = [aRole({ name, ...role })];
  const parts = value === undefined ? { roles } : { roles, organization: value };
  expect(outcomesOf(managementAccessRoles, parts)).toEqual({ [name]: outcome });
});

test('knows the roles by their names', () => {
  const roles = [
    aRole({ name: 'AWSControlTowerExecution', trust: theirs }),
    aRole({ name: 'stacksets-exec-0123456789abcdef', trust: theirs }),
    aRole({ name: 'AWSCloudFormationStackSetExecutionRole', trust: mine }),
    aRole({ name: 'MyOrganizationAccountAccessRole', trust: mine }),
  ];
  expect(outcomesOf(managementAccessRoles, { roles, organization })).toEqual({
    AWSControlTowerExecution: 'pass',
    'stacksets-exec-0123456789abcdef': 'pass',
    AWSCloudFormationStackSetExecutionRole: 'pass',
  });
});
