import { expect, test } from 'vitest';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  administratorAccess,
  aGroup,
  allowAll,
  anAwsPolicy,
  aPolicy,
  aRole,
  attach,
  aUser,
  denyAll,
} from '../testing/snapshot.fixture.ts';
import { policyAdminAwsManaged } from './policy-admin-aws-managed.ts';

const nobody = { users: [], groups: [], roles: [] };
const read = aPolicy({ name: 'read' });
const policies = [administratorAccess, read];
const attachedPolicies = attach(administratorAccess);

test('reports the principals, not the policy', () => {
  const parts = {
    users: [aUser({ name: 'alice', attachedPolicies }), aUser({ name: 'bob' })],
    groups: [aGroup({ name: 'admins', attachedPolicies })],
    roles: [aRole({ name: 'deploy', attachedPolicies })],
    policies,
  };
  expect(outcomesOf(policyAdminAwsManaged, parts)).toEqual({
    alice: 'fail',
    admins: 'fail',
    deploy: 'fail',
  });
});

test.each([
  ['an emergency user', { name: 'break-glass', attachedPolicies }, 'pass'],
  ['bounded', { name: 'alice', attachedPolicies, permissionsBoundary: read.arn }, 'pass'],
  [
    'denied everything',
    { name: 'alice', attachedPolicies, inlinePolicies: [{ name: 'no', document: denyAll }] },
    'pass',
  ],
  [
    'a boundary that is not known',
    { name: 'alice', attachedPolicies, permissionsBoundary: 'arn:gone' },
    'unknown',
  ],
  [
    'a policy of AWS that is not in the snapshot',
    { name: 'alice', attachedPolicies: attach(anAwsPolicy({ name: 'New' })) },
    'unknown',
  ],
])('%s', (_, user, outcome) => {
  const parts = { ...nobody, users: [aUser(user)], policies };
  const settings = { emergencyPrincipals: ['user/break-glass'] };
  expect(outcomesOf(policyAdminAwsManaged, parts, { settings })).toEqual({ [user.name]: outcome });
});

test('does not judge what only AWS can change', () => {
  const roles = [
    aRole({ name: 'sso', path: '/aws-reserved/sso.amazonaws.com/', attachedPolicies }),
    aRole({ name: 'linked', path: '/aws-service-role/x.amazonaws.com/', attachedPolicies }),
    aRole({ name: 'mine', path: '/service-role/', attachedPolicies }),
  ];
  const findings = findingsOf(policyAdminAwsManaged, { ...nobody, roles, policies });
  expect(findings.map(({ outcome, severity }) => [outcome, severity])).toEqual([
    ['pass', 'info'],
    ['pass', 'info'],
    ['fail', 'high'],
  ]);
});

const byManagement = {
  trust: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow' as const,
        Principal: { AWS: 'arn:aws:iam::999988887777:root' },
        Action: 'sts:AssumeRole',
      },
    ],
  },
};

test.each([
  ['OrganizationAccountAccessRole', byManagement, 'warn'],
  ['AWSControlTowerExecution', byManagement, 'warn'],
  ['stacksets-exec-0a1b2c', byManagement, 'warn'],
  ['my-stacksets-exec-1', byManagement, 'fail'],
  ['AWSControlTowerExecution', {}, 'fail'],
  ['OrganizationAccountAccessRole', { permissionsBoundary: read.arn }, 'pass'],
])('the role %s', (name, role, outcome) => {
  const parts = { ...nobody, roles: [aRole({ name, attachedPolicies, ...role })], policies };
  expect(outcomesOf(policyAdminAwsManaged, parts)).toEqual({ [name]: outcome });
});

test('a user that is called like a role of the management account is none', () => {
  const users = [aUser({ name: 'AWSControlTowerExecution', attachedPolicies })];
  const parts = { ...nobody, users, policies };
  expect(outcomesOf(policyAdminAwsManaged, parts)).toEqual({ AWSControlTowerExecution: 'fail' });
});

test("passes in one finding without any, whatever the account's own policies allow", () => {
  const own = aPolicy({ name: 'own', document: allowAll });
  const users = [aUser({ name: 'alice', attachedPolicies: attach(own) })];
  const parts = { ...nobody, users, policies: [own] };
  expect(outcomesOf(policyAdminAwsManaged, parts)).toEqual({ root: 'pass' });
});
