import type { PolicyDocument } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { aDocument, allowing, denying } from '../testing/documents.fixture.ts';
import { outcomeOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { anAwsPolicy, aPolicy, aRole, aUser } from '../testing/snapshot.fixture.ts';
import { policyPassroleStar } from './policy-passrole-star.ts';

const nobody = { users: [], groups: [], roles: [] };
const allow = { Effect: 'Allow', Resource: '*' } as const;
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

test.each<readonly [string, PolicyDocument, string]>([
  ['all', allowing('iam:PassRole'), 'fail'],
  ['all, by a wildcard', allowing('iam:P*'), 'fail'],
  [
    'all roles of the account',
    allowing('iam:passrole', { Resource: 'arn:aws:iam::111122223333:role/*' }),
    'fail',
  ],
  [
    'all roles of any account',
    allowing('iam:PassRole', { Resource: 'arn:aws:iam::*:role/*' }),
    'fail',
  ],
  [
    'roles of a path',
    allowing('iam:PassRole', { Resource: 'arn:aws:iam::111122223333:role/app/*' }),
    'pass',
  ],
  [
    'to a service',
    allowing('iam:PassRole', {
      Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    }),
    'pass',
  ],
  [
    'to a service, key in lower case',
    allowing('iam:PassRole', {
      Condition: { StringLike: { 'IAM:passedtoservice': 'ec2.amazonaws.com*' } },
    }),
    'pass',
  ],
  [
    'to a service, IfExists',
    allowing('iam:PassRole', {
      Condition: { StringEqualsIfExists: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    }),
    'pass',
  ],
  [
    'to any service',
    allowing('iam:PassRole', { Condition: { StringLike: { 'iam:PassedToService': '*' } } }),
    'warn',
  ],
  [
    'to any service of AWS',
    allowing('iam:PassRole', {
      Condition: { StringLike: { 'iam:PassedToService': '*.amazonaws.com' } },
    }),
    'warn',
  ],
  [
    'to all but a service',
    allowing('iam:PassRole', {
      Condition: { StringNotEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    }),
    'warn',
  ],
  ['while a condition holds', allowing('iam:PassRole', { Condition: mfa }), 'warn'],
  [
    'to a service, and all',
    aDocument(
      {
        ...allow,
        Action: 'iam:PassRole',
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      },
      { ...allow, Action: 'iam:*' },
    ),
    'fail',
  ],
  ['denied', aDocument({ ...allow, Action: '*' }, denying('iam:*')), 'pass'],
  [
    'denied but for a service',
    aDocument(
      { ...allow, Action: '*' },
      denying('iam:PassRole', {
        Condition: { StringNotEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      }),
    ),
    'pass',
  ],
  [
    'denied for a service',
    aDocument(
      { ...allow, Action: '*' },
      denying('iam:PassRole', {
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      }),
    ),
    'fail',
  ],
  ['all but S3', aDocument({ ...allow, NotAction: 's3:*' }), 'fail'],
])('%s', (_, document, outcome) => {
  const policies = [aPolicy({ name: 'p', document })];
  expect(outcomeOf(policyPassroleStar, { ...nobody, policies })).toBe(outcome);
});

test('looks at inline policies, and not at those of AWS', () => {
  const document = allowing('*');
  const inlinePolicies = [{ name: 'x', document }];
  const parts = {
    users: [aUser({ name: 'alice', inlinePolicies })],
    groups: [],
    roles: [
      aRole({ name: 'r', inlinePolicies }),
      aRole({ name: 'sso', path: '/aws-reserved/sso.amazonaws.com/', inlinePolicies }),
    ],
    policies: [anAwsPolicy({ name: 'AdministratorAccess', document })],
  };
  expect(outcomesOf(policyPassroleStar, parts)).toEqual({ 'alice#x': 'fail', 'r#x': 'fail' });
});
