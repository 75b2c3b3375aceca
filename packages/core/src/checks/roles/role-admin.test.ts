import { expect, test } from 'vitest';
import { stranger, trusting } from '../testing/documents.fixture.ts';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  administratorAccess,
  allowAllWithMfa,
  allowIam,
  aPolicy,
  aRole,
  attach,
} from '../testing/snapshot.fixture.ts';
import { roleAdmin } from './role-admin.ts';

const read = aPolicy({ name: 'read' });
const policies = [administratorAccess, read];
const admin = { attachedPolicies: attach(administratorAccess) };

test.each([
  ['a service', {}, 'fail'],
  ['below /service-role/', { path: '/service-role/' }, 'fail'],
  ['bounded', { permissionsBoundary: read.arn }, 'pass'],
  ['by an unread boundary', { permissionsBoundary: 'arn:gone' }, 'unknown'],
  [
    'by a condition',
    { attachedPolicies: [], inlinePolicies: [{ name: 'x', document: allowAllWithMfa }] },
    'warn',
  ],
  [
    'by IAM alone',
    { attachedPolicies: [], inlinePolicies: [{ name: 'x', document: allowIam }] },
    'fail',
  ],
  ['little', { attachedPolicies: attach(read) }, 'pass'],
  ['of Identity Center', { path: '/aws-reserved/sso.amazonaws.com/' }, 'pass'],
])('%s', (_, role, outcome) => {
  const roles = [aRole({ name: 'r', ...admin, ...role })];
  expect(outcomesOf(roleAdmin, { roles, groups: [], policies })).toEqual({ r: outcome });
});

test('emergency roles and those of the management account', () => {
  const roles = [
    aRole({ name: 'glass', ...admin }),
    aRole({ name: 'AWSControlTowerExecution', ...admin, trust: byAccount('999988887777') }),
    aRole({ name: 'stacksets-exec-1', ...admin }),
    aRole({ name: 'stacksets-exec-2', ...admin, trust: byAccount('*') }),
  ];
  const settings = { emergencyPrincipals: ['role/glass'] };
  expect(outcomesOf(roleAdmin, { roles, groups: [], policies }, { settings })).toEqual({
    glass: 'pass',
    AWSControlTowerExecution: 'warn',
    'stacksets-exec-1': 'fail',
    'stacksets-exec-2': 'fail',
  });
  const organization = {
    id: 'o-a1b2c3d4e5',
    managementAccountId: '444455556666',
    featureSet: 'ALL' as const,
  };
  const other = { roles, groups: [], policies, organization };
  expect(outcomesOf(roleAdmin, other, { settings })).toMatchObject({
    AWSControlTowerExecution: 'fail',
  });
});

function byAccount(AWS: string) {
  const Statement = [{ Effect: 'Allow' as const, Principal: { AWS }, Action: 'sts:AssumeRole' }];
  return { Version: '2012-10-17', Statement };
}

test('names who can assume it', () => {
  const roles = [
    aRole({
      name: 'r',
      ...admin,
      trust: trusting({ AWS: stranger, Service: 'ec2.amazonaws.com' }),
    }),
  ];
  const [finding] = findingsOf(roleAdmin, { roles, groups: [], policies });
  expect(finding?.evidence['trusts']).toEqual([stranger, 'ec2.amazonaws.com']);
});
