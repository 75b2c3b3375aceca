import { expect, test } from 'vitest';
import { aDocument, denying } from '../testing/documents.fixture.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPolicy } from '../testing/snapshot.fixture.ts';
import { policyGroupDenyUsers } from './policy-group-deny-users.ts';

const group = { Resource: 'arn:aws:iam::111122223333:group/admins' };
const user = 'arn:aws:iam::111122223333:user/*';

test.each([
  ['an action on users', denying('iam:CreateAccessKey', group), 'fail'],
  ['an action on users, in lower case', denying('IAM:createaccesskey', group), 'fail'],
  ['actions on users', denying('iam:*LoginProfile', group), 'fail'],
  ['an action of another service', denying('s3:*', group), 'fail'],
  ['both kinds', { ...denying('', group), Action: ['iam:DeleteGroup', 'iam:DeleteUser'] }, 'fail'],
  ['an action on groups', denying('iam:DeleteGroup', group), 'pass'],
  ['an action on membership', denying('iam:AddUserToGroup', group), 'pass'],
  ['all of IAM', denying('iam:*', group), 'pass'],
  ['everything', denying('*', group), 'pass'],
  [
    'an action on users and groups',
    denying('iam:CreateAccessKey', { Resource: [group.Resource, user] }),
    'fail',
  ],
  ['an action on users, by user', denying('iam:CreateAccessKey', { Resource: user }), 'pass'],
  ['an Allow', { ...denying('iam:CreateAccessKey', group), Effect: 'Allow' as const }, 'pass'],
])('denies %s', (_, statement, outcome) => {
  const policies = [aPolicy({ name: 'p', document: aDocument(statement) })];
  expect(outcomeOf(policyGroupDenyUsers, { users: [], groups: [], roles: [], policies })).toBe(
    outcome,
  );
});
