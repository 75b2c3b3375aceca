import { expect, it } from 'vitest';
import {
  aGroup,
  anAwsPolicy,
  aPolicy,
  aRole,
  arnOf,
  attach,
} from '../checks/testing/snapshot.fixture.ts';
import { unknown } from '../model/part.ts';
import { revocationPolicy, revocationPolicyName } from '../model/session-revocation.ts';
import { accountWith } from '../plan/testing/plan.fixture.ts';
import { importAccount } from './import-account.ts';
import { describeLeftOut, leaveOut } from './left-out.ts';

const boundary = aPolicy({ name: 'Edge', path: '/teams/' });
const role = aRole({
  name: 'web',
  path: '/teams/',
  trust: {
    Statement: { Effect: 'Allow', Principal: { AWS: 'AROAGONE' }, Action: 'sts:AssumeRole' },
  },
  attachedPolicies: attach(boundary, anAwsPolicy({ name: 'ReadOnlyAccess' })),
  inlinePolicies: [{ name: 'own', document: { Version: '2012-10-17', Statement: [] } }],
  permissionsBoundary: boundary.arn,
  tags: { 'b: c': 'yes', 'aws:x': 'y', a: '' },
});
const account = {
  policies: [boundary],
  policySettings: { [boundary.arn]: { description: 'Line\nand # more', tags: {} } },
  groups: [aGroup({ name: 'people' })],
  accountAliases: ['acme'],
};
const withOne = {
  ...account,
  roles: [{ ...role, inlinePolicies: [] }],
  roleSettings: { web: { description: 'yes', maxSessionDuration: 7200 } },
};

it('writes each kind as the manifest reads it', async () => {
  const { text, leftOut } = await importAccount({
    snapshot: accountWith(withOne),
    scope: 'platform',
    only: [],
  });
  expect(leftOut).toEqual([]);
  expect(text).toMatchInlineSnapshot(`
    "# The IAM of account 111122223333, as it was. Written by rolecall import.
    # "adopt: true" allows Rolecall to take over what is there: rolecall plan shows that and no
    # other change until you change something here. docs/import.md says more.

    version: 1
    scope: platform
    account: '111122223333'

    accountAlias:
      alias: acme
      adopt: true

    policies:
      Edge:
        adopt: true
        path: /teams/
        description: 'Line

          and # more'
        document:
          Statement:
            - Effect: Allow
              Action: s3:GetObject
              Resource: '*'

    # Groups carry no mark: they are managed for as long as "adopt: true" stands here.
    groups:
      people:
        adopt: true
        path: /

    roles:
      # AROAGONE was deleted; IAM keeps its id here and takes no new trust policy that names it.
      web:
        adopt: true
        path: /teams/
        description: yes
        trust:
          Version: 2008-10-17
          Statement:
            Effect: Allow
            Principal:
              AWS: AROAGONE
            Action: sts:AssumeRole
        managedPolicies:
          - Edge
          - ReadOnlyAccess
        permissionsBoundary: Edge
        maxSessionDuration: 7200
        tags:
          a: ''
          'b: c': yes
    "
  `);
});

it('leaves out what the manifest cannot say, and whom others keep', async () => {
  const snapshot = accountWith({
    ...account,
    roles: [
      role,
      aRole({ name: 'SSO', path: '/aws-reserved/sso.amazonaws.com/' }),
      aRole({ name: 'two words' }),
    ],
    roleSettings: {},
    instanceProfiles: [
      { name: 'bare', arn: arnOf('instance-profile', 'bare'), path: '/', roles: [], tags: {} },
    ],
  });
  const { imported, leftOut } = await importAccount({ snapshot, scope: 'platform', only: [] });
  expect(imported.map(({ type, name }) => `${type}/${name}`)).toEqual([
    'account-alias/account',
    'policy/Edge',
    'group/people',
  ]);
  expect(leftOut.map(({ name, reason }) => [name, reason])).toEqual([
    ['SSO', 'aws'],
    ['two words', 'not-declarable'],
    ['web', 'not-declarable'],
    ['bare', 'not-declarable'],
  ]);
});

it('says nothing on half a picture', async () => {
  const denied = unknown({ code: 'ACCESS_DENIED', message: 'No.', permission: 'iam:ListRoles' });
  const whole = accountWith(withOne);
  const snapshot = { ...whole, parts: { ...whole.parts, roleSettings: denied } };
  await expect(importAccount({ snapshot, scope: 'platform', only: [] })).rejects.toMatchObject({
    code: 'ACCESS_DENIED',
    details: { action: 'iam:ListRoles' },
  });
});

it('sums up by kind and reason', () => {
  const many = Array.from({ length: 7 }, (_, index) =>
    leaveOut({ type: 'role', name: `r${index}` }, 'aws'),
  );
  const [line, other] = describeLeftOut([
    ...many,
    leaveOut({ type: 'role', name: 'x' }, 'not-declarable', 'Because.'),
  ]);
  expect(line).toMatch(/^role r0, r1, r2, r3, r4 and 2 more: /);
  expect(other).toBe('role x: Because.');
});

it('writes revoked sessions as that', async () => {
  const document = revocationPolicy('2026-11-20T12:00:00.000Z');
  const inlinePolicies = [{ name: revocationPolicyName, document }];
  const { text } = await importAccount({
    snapshot: accountWith({ ...withOne, roles: [{ ...role, inlinePolicies }] }),
    scope: 'platform',
    only: [],
  });
  expect(text).toContain('revokeSessionsBefore: 2026-11-20T12:00:00.000Z');
  expect(text).not.toContain(revocationPolicyName);
});
