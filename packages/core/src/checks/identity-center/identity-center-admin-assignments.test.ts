import { expect, test } from 'vitest';
import { known, unknown } from '../../model/part.ts';
import { outcomeOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { administratorAccess, aPolicy, aRole, attach } from '../testing/snapshot.fixture.ts';
import { identityCenterAdminAssignments } from './identity-center-admin-assignments.ts';
import { anOrganization, aPermissionSet, aSetRole } from './testing/identity-center.fixture.ts';

const admin = aSetRole({ name: 'Admin', attachedPolicies: attach(administratorAccess) });
const reader = aSetRole({
  name: 'Reader',
  attachedPolicies: attach(aPolicy({ name: 'AdministratorAccess' })),
});
const base = {
  roles: [admin, reader],
  policies: [administratorAccess, aPolicy({ name: 'AdministratorAccess' })],
  organization: anOrganization,
};
const group = { principalType: 'GROUP', principalId: 'g-1' } as const;
const user = { principalType: 'USER', principalId: 'u-1' } as const;
const denied = unknown({
  code: 'ACCESS_DENIED',
  message: 'no',
  permission: 'sso:ListAccountAssignments',
});

test.each([
  [
    'a group',
    known([{ ...group, memberCount: 2 }]),
    { root: 'pass', 'ps-Admin#group-g-1': 'pass' },
  ],
  ['a group of unknown size', known([group]), { root: 'pass', 'ps-Admin#group-g-1': 'pass' }],
  [
    'an empty group',
    known([{ ...group, memberCount: 0 }]),
    { root: 'fail', 'ps-Admin#group-g-1': 'warn' },
  ],
  ['a person', known([user]), { root: 'pass', 'ps-Admin#user-u-1': 'warn' }],
  [
    'a person who may not sign in',
    known([{ ...user, enabled: false }]),
    { root: 'fail', 'ps-Admin#user-u-1': 'warn' },
  ],
  ['nobody', known([]), { root: 'fail' }],
  ['somebody who was not read', denied, { root: 'unknown', 'ps-Admin': 'unknown' }],
])('assigned to %s', (_, assignments, outcomes) => {
  const permissionSets = [
    aPermissionSet({ name: 'Admin', assignments }),
    aPermissionSet({ name: 'Reader' }),
  ];
  expect(outcomesOf(identityCenterAdminAssignments, { ...base, permissionSets })).toEqual(outcomes);
});

test.each([
  ['a member sees an administrator role', { ...base, permissionSets: null }, 'pass'],
  ['sets not read', base, 'unknown'],
  ['no administrator among the roles', { ...base, roles: [reader], permissionSets: null }, 'fail'],
  [
    'a role whose policy was not read',
    { ...base, roles: [reader], policies: [], permissionSets: null },
    'unknown',
  ],
  [
    'no Identity Center',
    {
      ...base,
      roles: [aRole({ name: 'AWSReservedSSO_Admin_0123456789abcdef' })],
      samlProviders: [],
      identityCenterInstances: {},
    },
    'not-applicable',
  ],
  ['nothing read of it', { ...base, roles: [] }, 'unknown'],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(identityCenterAdminAssignments, parts)).toBe(outcome);
});
