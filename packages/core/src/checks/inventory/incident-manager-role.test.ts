import { expect, test } from 'vitest';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import {
  administratorAccess,
  aGroup,
  allowAllButIam,
  aPolicy,
  aRole,
  attach,
  aUser,
} from '../testing/snapshot.fixture.ts';
import { incidentManagerRole } from './incident-manager-role.ts';

const path = '/aws-service-role/ssm-incidents.amazonaws.com/';
const scoped = {
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Action: 'iam:CreateServiceLinkedRole',
    Resource: `arn:aws:iam::*:role${path}*`,
    Condition: { StringEquals: { 'iam:AWSServiceName': 'ssm-incidents.amazonaws.com' } },
  },
} as const;
const inline = (document: typeof scoped | typeof allowAllButIam) => ({
  inlinePolicies: [{ name: 'inline', document }],
});
const admin = { attachedPolicies: attach(administratorAccess) };
const base = { users: [], groups: [], roles: [], policies: [administratorAccess] };

test.each([
  [
    'the role, in either spelling',
    { roles: [aRole({ name: 'AWSServiceRoleforIncidentManager', path })] },
    'pass',
  ],
  [
    'a role of its name only',
    { roles: [aRole({ name: 'AWSServiceRoleForIncidentManager' })] },
    'fail',
  ],
  ['an administrator', { users: [aUser({ name: 'alice', ...admin })] }, 'pass'],
  [
    'an administrator by a group',
    { users: [aUser({ name: 'alice', groups: ['g'] })], groups: [aGroup({ name: 'g', ...admin })] },
    'pass',
  ],
  ['a permission for it alone', { roles: [aRole({ name: 'ops', ...inline(scoped) })] }, 'pass'],
  ['all but IAM', { roles: [aRole({ name: 'ops', ...inline(allowAllButIam) })] }, 'fail'],
  [
    'a policy that was not read',
    { users: [aUser({ name: 'alice', attachedPolicies: attach(aPolicy({ name: 'gone' })) })] },
    'unknown',
  ],
  [
    "another service's role",
    { roles: [aRole({ name: 'a', path: '/aws-service-role/x/', ...admin })] },
    'fail',
  ],
  ['nobody', {}, 'fail'],
])('%s', (_, parts, outcome) => {
  expect(outcomeOf(incidentManagerRole, { ...base, ...parts })).toBe(outcome);
});
