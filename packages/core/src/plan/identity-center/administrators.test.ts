import type { PolicyCondition } from '@rolecall/policy';
import { expect, it, test } from 'vitest';
import { accountWith } from '../testing/plan.fixture.ts';
import {
  administrator,
  anAssignment,
  aPerson,
  aSet,
  aSetup,
  aTeam,
} from '../testing/setup.fixture.ts';
import { administratorPaths, judgeSets } from './administrators.ts';

const admin = aSet('Admin', { managedPolicies: [administrator] });
const users = [aPerson('ada'), aPerson('gone', { enabled: false })];
const groups = [
  aTeam('Admins', { members: ['ada'] }),
  aTeam('Empty'),
  aTeam('Unread', { members: undefined }),
  aTeam('Okta', { external: true, members: undefined }),
];

test.each([
  ['a group with somebody in it', admin, 'Admin group Admins', 1],
  ['a group of another directory', admin, 'Admin group Okta', 1],
  ['a person', admin, 'Admin user ada', 1],
  ['an empty group', admin, 'Admin group Empty', 0],
  ['a group of which nothing is known', admin, 'Admin group Unread', 0],
  ['a group that is gone', admin, 'Admin group id-1', 0],
  ['a person who may not sign in', admin, 'Admin user gone', 0],
  ['another permission set', aSet('Admin'), 'Admin user ada', 0],
  [
    'one of the same name that is not AWS’s',
    aSet('Admin', { managedPolicies: ['arn:aws:iam::aws:policy/x/AdministratorAccess'] }),
    'Admin user ada',
    0,
  ],
  [
    'a bounded one',
    aSet('Admin', { managedPolicies: [administrator], details: { permissionsBoundary: '/b' } }),
    'Admin user ada',
    0,
  ],
])('%s', (_, set, assigned, count) => {
  const assignments = [anAssignment(assigned)];
  const setup = aSetup({ permissionSets: [set], users, groups, assignments });
  const judge = judgeSets(accountWith());
  expect(administratorPaths(setup, judge)).toHaveLength(count);
});

const denyAll = 'arn:aws:iam::aws:policy/AWSDenyAll';
const unread = 'arn:aws:iam::aws:policy/Unread';
const all = { Effect: 'Allow', Action: '*', Resource: '*' } as const;
const deny = (Action: string, Condition?: PolicyCondition) => ({
  inlinePolicy: { Statement: [{ Effect: 'Deny', Action, Resource: '*', Condition } as const] },
});

it.each<[string, Parameters<typeof aSet>[1], string]>([
  ['AdministratorAccess', {}, 'surely'],
  [
    'its own word for it',
    { managedPolicies: [], details: { inlinePolicy: { Statement: all } } },
    'surely',
  ],
  ['less', { managedPolicies: [] }, 'no'],
  ['and all of it denied', { details: deny('*') }, 'no'],
  ['and all of it denied by AWS', { managedPolicies: [administrator, denyAll] }, 'no'],
  ['and IAM denied', { details: deny('iam:*') }, 'no'],
  ['and something else denied', { details: deny('s3:*') }, 'surely'],
  [
    'and all of it denied on a condition',
    { details: deny('*', { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }) },
    'perhaps',
  ],
  [
    'and all of it denied in one account',
    { details: deny('*', { StringEquals: { 'aws:PrincipalAccount': '444455556666' } }) },
    'surely',
  ],
  ['beside a policy of the account', { details: { customerPolicies: ['/t/X'] } }, 'perhaps'],
  ['beside one that was not read', { managedPolicies: [administrator, unread] }, 'perhaps'],
  ['within a boundary of the account', { details: { permissionsBoundary: '/t/wide' } }, 'no'],
  ['within one that was not read', { details: { permissionsBoundary: unread } }, 'no'],
  ['within one that leaves all', { details: { permissionsBoundary: administrator } }, 'surely'],
  ['within one that leaves nothing', { details: { permissionsBoundary: denyAll } }, 'no'],
])('a permission set with %s', (_, parts, expected) => {
  const set = aSet('Admin', { managedPolicies: [administrator], ...parts });
  expect(judgeSets(accountWith())(set, '111122223333')).toBe(expected);
});
