import { expect, test } from 'vitest';
import { known } from '../../model/part.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import {
  account,
  administratorAccess,
  allowAllButIam,
  anAwsPolicy,
  aPolicy,
  attach,
} from '../testing/snapshot.fixture.ts';
import { identityCenterLesserAccess } from './identity-center-lesser-access.ts';
import {
  anOrganization,
  aPermissionSet,
  aSetRole,
  ownOrganization,
} from './testing/identity-center.fixture.ts';

const powerUser = anAwsPolicy({ name: 'PowerUserAccess', document: allowAllButIam });
const own = aPolicy({ name: 'AdministratorAccess' });
const policies = [administratorAccess, powerUser, own];
const admin = aSetRole({ name: 'Admin', attachedPolicies: attach(administratorAccess) });
const power = aSetRole({ name: 'Power', attachedPolicies: attach(powerUser) });
const reader = aSetRole({ name: 'Reader', attachedPolicies: attach(own) });
const member = { policies, organization: anOrganization };
const manager = { policies, organization: ownOrganization };
const delegate = {
  ...member,
  delegatedAdministrators: [{ account, services: ['sso.amazonaws.com'] }],
};

test.each([
  ['administrator alone', { ...member, roles: [admin] }, 'fail'],
  ['a reader beside it', { ...member, roles: [admin, reader] }, 'pass'],
  ['a power user in a member', { ...member, roles: [admin, power] }, 'pass'],
  ['a power user in the management account', { ...manager, roles: [admin, power] }, 'fail'],
  ['a power user in the delegated account', { ...delegate, roles: [admin, power] }, 'fail'],
  ['a reader in the management account', { ...manager, roles: [admin, reader] }, 'pass'],
  ['a power user, organization not read', { policies, roles: [power] }, 'fail'],
  ['a policy that was not read', { ...member, policies: [], roles: [reader] }, 'unknown'],
  ['nothing of Identity Center', { ...member, roles: [] }, 'unknown'],
  [
    'no Identity Center',
    { ...member, roles: [], samlProviders: [], identityCenterInstances: {} },
    'not-applicable',
  ],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(identityCenterLesserAccess, parts)).toBe(outcome);
});

test.each([
  ['assigned', known([{ principalType: 'GROUP', principalId: 'g-1' }] as const), 'pass'],
  ['assigned to nobody', known([]), 'fail'],
] as const)('a reader %s', (_, assignments, outcome) => {
  const permissionSets = [aPermissionSet({ name: 'Reader', assignments })];
  const parts = { ...member, roles: [admin, reader], permissionSets };
  expect(outcomeOf(identityCenterLesserAccess, parts)).toBe(outcome);
});
