import { expect, test } from 'vitest';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import {
  administratorAccess,
  aGroup,
  allowAll,
  allowAllButBilling,
  allowAllWithMfa,
  aPolicy,
  aRole,
  attach,
  aUser,
} from '../testing/snapshot.fixture.ts';
import { policyAdminAttached } from './policy-admin-attached.ts';

const all = aPolicy({ name: 'all', document: allowAll });
const nobody = { users: [], groups: [], roles: [] };
const everybody = {
  users: [aUser({ name: 'alice', attachedPolicies: attach(all) })],
  groups: [aGroup({ name: 'admins', attachedPolicies: attach(all) })],
  roles: [aRole({ name: 'deploy', attachedPolicies: attach(all) })],
};

test.each([
  ['everything', all, { all: 'fail' }],
  ['NotAction', aPolicy({ name: 'all', document: allowAllButBilling }), { all: 'fail' }],
  ['a condition', aPolicy({ name: 'all', document: allowAllWithMfa }), { all: 'warn' }],
  ['little', aPolicy({ name: 'all' }), { all: 'pass' }],
  ['a policy of AWS', administratorAccess, { root: 'not-applicable' }],
  [
    'everything, as a boundary only',
    { ...all, attachmentCount: 0, boundaryCount: 2 },
    { root: 'not-applicable' },
  ],
])('allows %s', (_, policy, expected) => {
  const parts = { ...everybody, policies: [policy] };
  expect(outcomesOf(policyAdminAttached, parts)).toEqual(expected);
});

test('lists who has it', () => {
  const [finding] = findingsOf(policyAdminAttached, { ...everybody, policies: [all] });
  expect(finding).toMatchObject({
    message: 'all gives every permission to group admins, role deploy, user alice.',
    evidence: {
      principals: [
        'arn:aws:iam::111122223333:group/admins',
        'arn:aws:iam::111122223333:role/deploy',
        'arn:aws:iam::111122223333:user/alice',
      ],
    },
  });
});

const read = aPolicy({ name: 'read' });
const holder = { name: 'alice', attachedPolicies: attach(all) };

test.each([
  ['held back by a boundary', { permissionsBoundary: read.arn }, [], 'pass'],
  ['whose boundary is not known', { permissionsBoundary: 'arn:gone' }, [], 'unknown'],
  ['kept for emergencies', {}, ['user/alice'], 'pass'],
])('its only holder is one %s', (_, user, emergencyPrincipals, outcome) => {
  const parts = { ...nobody, users: [aUser({ ...holder, ...user })], policies: [all, read] };
  const situation = { settings: { emergencyPrincipals } };
  expect(outcomesOf(policyAdminAttached, parts, situation)).toMatchObject({ all: outcome });
});
