import type { PolicyDocument } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { indexPower } from './principal-power.ts';
import {
  account,
  administratorAccess,
  aGroup,
  allowAll,
  allowAllButIam,
  allowIam,
  aPolicy,
  attach,
  aUser,
} from './testing/snapshot.fixture.ts';

const powerUser = aPolicy({ name: 'power-user', document: allowAllButIam });
const iam = aPolicy({ name: 'iam', document: allowIam });
const denyIam: PolicyDocument = { Statement: { Effect: 'Deny', Action: 'iam:*', Resource: '*' } };
const noIam = aPolicy({ name: 'no-iam', document: denyIam });
const policies = [administratorAccess, powerUser, iam, noIam];
const admins = aGroup({ name: 'admins', attachedPolicies: attach(iam) });
const { ofUser } = indexPower({ policies, groups: [admins] }, { partition: 'aws', account });

test.each([
  [
    'one of two policies',
    { attachedPolicies: attach(powerUser, iam) },
    'escalation',
    ['policy iam'],
  ],
  [
    'a policy and a group',
    { attachedPolicies: attach(powerUser), groups: ['admins'] },
    'escalation',
    ['policy iam, by group admins'],
  ],
  ['two policies, of which one denies', { attachedPolicies: attach(noIam, iam) }, 'none', []],
  ['a policy alone', { attachedPolicies: attach(powerUser) }, 'none', []],
  [
    'a boundary without IAM',
    { attachedPolicies: attach(administratorAccess), permissionsBoundary: powerUser.arn },
    'none',
    [],
  ],
  [
    'a boundary of IAM only',
    { attachedPolicies: attach(administratorAccess, powerUser), permissionsBoundary: iam.arn },
    'escalation',
    ['policy AdministratorAccess'],
  ],
] as const)('%s', (_, user, power, paths) => {
  expect(ofUser(aUser({ name: 'alice', ...user }))).toMatchObject({ power, paths });
});

test('says of each policy what is left of it', () => {
  const { leftOf } = ofUser(
    aUser({
      name: 'alice',
      attachedPolicies: attach(administratorAccess, iam),
      permissionsBoundary: iam.arn,
    }),
  );
  expect([allowAll, allowIam, allowAllButIam].map(leftOf)).toEqual([
    'escalation',
    'escalation',
    'none',
  ]);
});
