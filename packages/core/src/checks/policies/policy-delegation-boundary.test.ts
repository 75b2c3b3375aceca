import { expect, test } from 'vitest';
import { aDocument, allowing, denying } from '../testing/documents.fixture.ts';
import { outcomeOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { aGroup, allowAll, aPolicy, aRole, attach, aUser } from '../testing/snapshot.fixture.ts';
import { policyDelegationBoundary } from './policy-delegation-boundary.ts';

const nobody = { users: [], groups: [], roles: [], policies: [] };
const boundary = 'arn:aws:iam::111122223333:policy/boundary';
const bounded = { StringEquals: { 'iam:PermissionsBoundary': boundary } };
const create = ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy'];
const inline = (document: typeof allowAll) => ({ inlinePolicies: [{ name: 'x', document }] });

test.each([
  ['makes roles', allowing(create), 'fail'],
  ['makes roles, by a wildcard', allowing('iam:*Role*'), 'fail'],
  [
    'makes some roles',
    allowing(create, { Resource: 'arn:aws:iam::111122223333:role/app/*' }),
    'fail',
  ],
  ['all but users', aDocument({ Effect: 'Allow', NotAction: 'iam:*User', Resource: '*' }), 'fail'],
  ['makes roles with a boundary', allowing(create, { Condition: bounded }), 'pass'],
  [
    'changes users only',
    allowing('iam:*', { Resource: 'arn:aws:iam::111122223333:user/${aws:username}' }),
    'pass',
  ],
  [
    'all but IAM, by resources',
    aDocument({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:iam::*:*' }),
    'pass',
  ],
  [
    'makes roles with a boundary, key in capitals',
    allowing(create, { Condition: { StringLike: { 'IAM:PERMISSIONSBOUNDARY': boundary } } }),
    'pass',
  ],
  [
    'makes roles with a boundary if there is one',
    allowing(create, { Condition: { StringEqualsIfExists: bounded.StringEquals } }),
    'fail',
  ],
  [
    'makes roles with any boundary',
    allowing(create, { Condition: { StringLike: { 'iam:PermissionsBoundary': '*' } } }),
    'fail',
  ],
  [
    'makes roles without this boundary',
    allowing(create, { Condition: { StringNotEquals: bounded.StringEquals } }),
    'fail',
  ],
  [
    'attaches certain policies',
    allowing('iam:AttachRolePolicy', { Condition: { ArnEquals: { 'iam:PolicyARN': boundary } } }),
    'pass',
  ],
  [
    'is denied without a boundary',
    aDocument(
      ...[{ Effect: 'Allow' as const, Action: create, Resource: '*' }],
      denying('iam:*', { Condition: { StringNotEquals: bounded.StringEquals } }),
    ),
    'pass',
  ],
  [
    'is denied it',
    aDocument({ Effect: 'Allow', Action: 'iam:*', Resource: '*' }, denying('iam:*Role*')),
    'pass',
  ],
  ['is administrator', allowAll, 'pass'],
])('one who %s', (_, document, outcome) => {
  const users = [aUser({ name: 'alice', ...inline(document) })];
  expect(outcomeOf(policyDelegationBoundary, { ...nobody, users })).toBe(outcome);
});

test('by a group, and within a boundary of its own', () => {
  const little = aPolicy({ name: 'little' });
  const parts = {
    users: [aUser({ name: 'alice', groups: ['makers'] })],
    groups: [aGroup({ name: 'makers', ...inline(allowing(create)) })],
    roles: [
      aRole({ name: 'held', ...inline(allowing(create)), permissionsBoundary: little.arn }),
      aRole({ name: 'unread', ...inline(allowing(create)), permissionsBoundary: 'arn:gone' }),
      aRole({ name: 'glass', ...inline(allowing(create)) }),
      aRole({ name: 'reader', attachedPolicies: attach(little) }),
    ],
    policies: [little],
  };
  const settings = { emergencyPrincipals: ['role/glass'] };
  expect(outcomesOf(policyDelegationBoundary, parts, { settings })).toEqual({
    alice: 'fail',
    held: 'pass',
    unread: 'unknown',
    glass: 'pass',
  });
});

test('passes where nobody makes roles', () => {
  expect(outcomesOf(policyDelegationBoundary, nobody)).toEqual({ root: 'pass' });
});
