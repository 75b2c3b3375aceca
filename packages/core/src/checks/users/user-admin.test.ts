import { expect, test } from 'vitest';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  administratorAccess,
  aGroup,
  allowAll,
  allowAllButBilling,
  allowAllButIam,
  allowAllWithMfa,
  allowIam,
  allowRead,
  aPolicy,
  attach,
  aUser,
  denyAll,
} from '../testing/snapshot.fixture.ts';
import { userAdmin } from './user-admin.ts';

const own = aPolicy({ name: 'innocent', document: allowAll });
const readOnly = aPolicy({ name: 'read' });
const gone = aPolicy({ name: 'gone' });
const admin = { attachedPolicies: attach(administratorAccess) };
const inline = (document: typeof allowAll) => ({ inlinePolicies: [{ name: 'inline', document }] });

test.each([
  ['nothing', {}, 'pass'],
  ['AdministratorAccess', admin, 'fail'],
  ['a policy of another name', { attachedPolicies: attach(own) }, 'fail'],
  ['an inline policy', inline(allowAll), 'fail'],
  ['a group', { groups: ['admins'] }, 'fail'],
  ["a group's inline policy", { groups: ['inline-admins'] }, 'fail'],
  ['NotAction', inline(allowAllButBilling), 'fail'],
  ['IAM alone', inline(allowIam), 'fail'],
  ['all but IAM', inline(allowAllButIam), 'pass'],
  ['a condition', inline(allowAllWithMfa), 'warn'],
  ['a Deny of everything beside it', { ...admin, ...inline(denyAll) }, 'pass'],
  ['a boundary', { ...admin, permissionsBoundary: readOnly.arn }, 'pass'],
  ['a boundary of everything', { ...admin, permissionsBoundary: administratorAccess.arn }, 'fail'],
  ['a boundary not in the snapshot', { ...admin, permissionsBoundary: gone.arn }, 'unknown'],
  ['harmless policies, boundary not in the snapshot', { permissionsBoundary: gone.arn }, 'pass'],
  ['a policy not in the snapshot', { attachedPolicies: attach(gone) }, 'unknown'],
  ['a group not in the snapshot', { groups: ['new'] }, 'unknown'],
  ['one not in the snapshot, and proof', { ...admin, groups: ['new'] }, 'fail'],
  [
    'one not in the snapshot, bounded all the same',
    { attachedPolicies: attach(gone), permissionsBoundary: readOnly.arn },
    'pass',
  ],
])('%s', (_, user, outcome) => {
  const parts = {
    users: [aUser({ name: 'alice', ...user })],
    groups: [
      aGroup({ name: 'admins', ...admin }),
      aGroup({ name: 'inline-admins', ...inline(allowAll) }),
    ],
    policies: [administratorAccess, own, readOnly],
  };
  expect(outcomesOf(userAdmin, parts)).toEqual({ alice: outcome });
});

test.each([
  ['user/alice', 'pass'],
  ['arn:aws:iam::111122223333:user/alice', 'pass'],
  ['alice', 'fail'],
  ['role/alice', 'fail'],
  ['user/Alice', 'fail'],
])('%s is kept for emergencies: %s', (id, outcome) => {
  const parts = {
    users: [aUser({ name: 'alice', ...admin }), aUser({ name: 'bob', ...admin })],
    groups: [],
    policies: [administratorAccess],
  };
  const settings = { emergencyPrincipals: [id] };
  expect(outcomesOf(userAdmin, parts, { settings })).toEqual({ alice: outcome, bob: 'fail' });
});

test('lists every way', () => {
  const parts = {
    users: [aUser({ name: 'alice', groups: ['admins', 'readers'], ...admin })],
    groups: [
      aGroup({ name: 'admins', ...inline(allowAll) }),
      aGroup({ name: 'readers', ...inline(allowRead) }),
    ],
    policies: [administratorAccess],
  };
  expect(findingsOf(userAdmin, parts)).toMatchObject([
    {
      evidence: {
        paths: ['policy AdministratorAccess', 'inline policy inline, by group admins'],
      },
    },
  ]);
});
