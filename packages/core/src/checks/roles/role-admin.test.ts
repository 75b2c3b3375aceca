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
    aRole({ name: 'AWSControlTowerExecution', ...admin }),
  ];
  const settings = { emergencyPrincipals: ['role/glass'] };
  expect(outcomesOf(roleAdmin, { roles, groups: [], policies }, { settings })).toEqual({
    glass: 'pass',
    AWSControlTowerExecution: 'warn',
  });
});

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
