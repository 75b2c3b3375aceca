import type { PolicyPrincipal } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import {
  account,
  administratorAccess,
  aGroup,
  aKey,
  aPolicy,
  aReport,
  aRole,
  aRow,
  arnOf,
  attach,
  aUser,
  noKey,
} from '../testing/snapshot.fixture.ts';
import { adminPaths } from './admin-paths.ts';

const admin = { attachedPolicies: attach(administratorAccess) };
const unread = { attachedPolicies: attach(aPolicy({ name: 'unread' })) };
const trusting = (name: string, Principal: PolicyPrincipal) =>
  aRole({
    name,
    ...admin,
    trust: { Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] },
  });
const idc = aRole({ name: 'a', path: '/aws-reserved/sso.amazonaws.com/', ...admin });
const management = trusting('OrganizationAccountAccessRole', { AWS: '999999999999' });
const glass = aUser({ name: 'glass', ...admin });
const alice = aUser({ name: 'alice' });
const signing = aReport(
  aRow({ user: 'glass', password: 'enabled' }),
  aRow({ user: 'alice', accessKeys: [aKey(), noKey] }),
);
const base = {
  users: [glass],
  groups: [aGroup({ name: 'admins', ...admin })],
  roles: [idc],
  policies: [administratorAccess],
  credentialReport: signing,
};
const only = (...roles: ReturnType<typeof aRole>[]) => ({ ...base, users: [], roles });

test.each([
  ['Identity Center and a user', base, 'pass'],
  ['Identity Center and the management account', only(idc, management), 'pass'],
  ['two permission sets', only(idc, { ...idc, name: 'b', arn: arnOf('role', 'b') }), 'warn'],
  [
    'a user without credentials',
    { ...base, credentialReport: aReport(aRow({ user: 'glass' })) },
    'warn',
  ],
  ['a user that is not reported yet', { ...base, credentialReport: aReport() }, 'unknown'],
  ['a user by a group', { ...base, users: [aUser({ name: 'glass', groups: ['admins'] })] }, 'pass'],
  [
    'a user, and a role it assumes',
    {
      ...base,
      roles: [trusting('r', { AWS: glass.arn })],
    },
    'warn',
  ],
  ['a role for users, without any', only(idc, trusting('r', { AWS: account })), 'warn'],
  [
    'a role for users',
    { ...base, users: [alice], roles: [idc, trusting('r', { AWS: account })] },
    'pass',
  ],
  [
    'a role for a user that is not reported yet',
    {
      ...base,
      users: [alice],
      roles: [idc, trusting('r', { AWS: alice.arn })],
      credentialReport: aReport(),
    },
    'unknown',
  ],
  ['a SAML provider', only(idc, trusting('r', { Federated: arnOf('saml-provider', 'x') })), 'pass'],
  [
    'a program, by a token',
    only(idc, trusting('r', { Federated: arnOf('oidc-provider', 'token.example.com') })),
    'warn',
  ],
  ['a service', only(idc, trusting('r', { Service: 'ec2.amazonaws.com' })), 'warn'],
  ['somebody deleted', only(idc, trusting('r', { AWS: 'AIDACKCEVSQ6C2EXAMPLE' })), 'warn'],
  [
    'a policy that was not read',
    { ...base, users: [aUser({ name: 'glass', ...unread })] },
    'unknown',
  ],
  ['nobody', only(), 'fail'],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(adminPaths, parts)).toBe(outcome);
});

test('lists the ways', () => {
  expect(findingsOf(adminPaths, base)).toMatchObject([
    {
      evidence: {
        paths: [
          { source: 'IAM Identity Center', by: idc.arn, isSure: true },
          { source: glass.arn, by: glass.arn, isSure: true },
        ],
      },
    },
  ]);
});
