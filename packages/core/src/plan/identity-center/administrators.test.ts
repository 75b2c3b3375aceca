import { expect, test } from 'vitest';
import {
  administrator,
  anAssignment,
  aPerson,
  aSet,
  aSetup,
  aTeam,
} from '../testing/setup.fixture.ts';
import { administratorPaths } from './administrators.ts';

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
  expect(administratorPaths(setup)).toHaveLength(count);
});
