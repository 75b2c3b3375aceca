import { describe, expect, it } from 'vitest';
import { type AdminPower, adminPower } from './admin-power.ts';
import type { PolicyDocument, PolicyStatement } from './document.ts';

const account = { partition: 'aws', account: '111122223333' };
const all: PolicyStatement = { Effect: 'Allow', Action: '*', Resource: '*' };
const denyAll: PolicyStatement = { Effect: 'Deny', Action: '*', Resource: '*' };
const iam: PolicyStatement = { Effect: 'Allow', Action: 'iam:*', Resource: '*' };
const powerUser: PolicyStatement = { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' };
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const bounded = {
  StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/b' },
};

function allow(Action: string, resource: string): PolicyStatement {
  const Resource = resource === '*' ? '*' : `arn:aws:iam::111122223333:${resource}`;
  return { Effect: 'Allow', Action, Resource };
}

function policy(...Statement: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement };
}

type Case = readonly [string, AdminPower, readonly PolicyStatement[]];

const everything: readonly Case[] = [
  ['star on star', 'full', [all]],
  ['service star action star', 'full', [{ ...all, Action: ['s3:Get*', '*:*'] }]],
  ['any ARN', 'full', [{ ...all, Resource: ['arn:aws:s3:::b', 'arn:*'] }]],
  ['any ARN of the partition', 'full', [{ ...all, Resource: 'arn:aws:*' }]],
  ['any ARN of another partition', 'none', [{ ...all, Resource: 'arn:aws-cn:*' }]],
  ['one service', 'none', [{ ...all, Action: 's3:*' }]],
  ['one bucket', 'none', [{ ...all, Resource: 'arn:aws:s3:::b/*' }]],
  ['a condition', 'conditional', [{ ...all, Condition: mfa }]],
  ['a condition beside none', 'full', [{ ...all, Condition: mfa }, all]],
  ['an empty condition', 'full', [{ ...all, Condition: {} }]],
  ['denied', 'none', [all, denyAll]],
  ['denied while', 'full', [all, { ...denyAll, Condition: mfa }]],
  ['denied in part', 'full', [all, { ...denyAll, Action: 'iam:*' }]],
  ['all but S3 denied', 'none', [all, { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }]],
  [
    'all but IAM denied',
    'escalation',
    [all, { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }],
  ],
  ['nothing denied', 'full', [all, { Effect: 'Deny', NotAction: '*', Resource: '*' }]],
  ['nothing', 'none', []],
];

const escalations: readonly Case[] = [
  ['all of IAM', 'escalation', [iam]],
  ['all of IAM, by a ?', 'escalation', [{ ...iam, Action: 'I?m:*' }]],
  ['IAM beside the rest', 'escalation', [powerUser, iam]],
  ['every action on IAM', 'escalation', [{ ...all, Resource: 'arn:aws:iam::*' }]],
  ['all but S3', 'escalation', [{ ...powerUser, NotAction: 's3:*' }]],
  ['all but IAM', 'none', [{ ...powerUser, NotAction: ['IAM:*', 'sso:*'] }]],
  ['all but reading IAM', 'escalation', [{ ...powerUser, NotAction: 'iam:Get*' }]],
  [
    'all but the policies of IAM',
    'escalation',
    [{ ...powerUser, NotAction: ['iam:*Policy*', 'iam:AddUser*', 'iam:UpdateAssume*'] }],
  ],
  [
    'all but a bucket',
    'escalation',
    [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::b' }],
  ],
  [
    'all but roles',
    'escalation',
    [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:iam::*:role/*' }],
  ],
  [
    'all but IAM resources',
    'none',
    [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:iam::*' }],
  ],
  ['under a condition', 'conditional', [{ ...iam, Condition: mfa }]],
  [
    'NotAction under a condition',
    'conditional',
    [{ ...powerUser, NotAction: 's3:*', Condition: mfa }],
  ],
  ['within a boundary', 'none', [{ ...iam, Condition: bounded }]],
  [
    'certain policies',
    'none',
    [
      {
        ...iam,
        Condition: { ArnLike: { 'IAM:policyarn': 'arn:aws:iam::aws:policy/job-function/*' } },
      },
    ],
  ],
  [
    'any policy that AWS manages',
    'conditional',
    [{ ...iam, Condition: { ArnLike: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/*' } } }],
  ],
  [
    'all but certain policies',
    'conditional',
    [{ ...iam, Condition: { ArnNotLike: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/Admin*' } } }],
  ],
  ['its policies denied', 'escalation', [iam, { ...denyAll, Action: 'iam:*Policy' }]],
  ['denied', 'none', [iam, { ...denyAll, Action: 'iam:*' }]],
  ['denied by NotAction', 'none', [iam, { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }]],
  [
    'denied elsewhere',
    'escalation',
    [iam, { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::b' }],
  ],
  ['denied while', 'escalation', [iam, { ...denyAll, Action: 'iam:*', Condition: mfa }]],
];

const self = 'user/${aws:username}';

const actions: readonly Case[] = [
  ...['AttachUserPolicy', 'PutUserPolicy'].flatMap((action): readonly Case[] => [
    [`${action} on all`, 'escalation', [allow(`iam:${action}`, 'user/*')]],
    [`${action} on itself`, 'escalation', [allow(`iam:${action}`, self)]],
    [`${action} on some`, 'none', [allow(`iam:${action}`, 'user/dev/*')]],
  ]),
  ...['CreateAccessKey', 'CreateLoginProfile', 'UpdateLoginProfile'].flatMap(
    (action): readonly Case[] => [
      [`${action} on all`, 'escalation', [allow(`iam:${action}`, 'user/*')]],
      [`${action} on itself`, 'none', [allow(`iam:${action}`, self)]],
    ],
  ),
  ...['AttachGroupPolicy', 'PutGroupPolicy', 'AddUserToGroup'].map(
    (action): Case => [action, 'escalation', [allow(`iam:${action}`, 'group/*')]],
  ),
  ...['AttachRolePolicy', 'PutRolePolicy', 'UpdateAssumeRolePolicy'].map(
    (action): Case => [action, 'escalation', [allow(`iam:${action}`, 'role/*')]],
  ),
  ...['CreatePolicyVersion', 'SetDefaultPolicyVersion'].map(
    (action): Case => [action, 'escalation', [allow(`iam:${action}`, 'policy/*')]],
  ),
  ['any case', 'escalation', [allow('IAM:ATTACHUSERPOLICY', '*')]],
  ['the wrong kind of resource', 'none', [allow('iam:AttachUserPolicy', 'role/*')]],
  ['another account', 'none', [{ ...iam, Resource: 'arn:aws:iam::999999999999:*' }]],
  [
    'shedding a boundary that there is not',
    'none',
    [allow('iam:DeleteUserPermissionsBoundary', '*')],
  ],
];

describe('adminPower', () => {
  it.each([...everything, ...escalations, ...actions])('%s: %s', (_name, expected, statements) => {
    expect(adminPower([policy(...statements)], account)).toBe(expected);
    expect(
      adminPower(
        statements.map((statement) => policy(statement)),
        account,
      ),
    ).toBe(expected);
  });

  const nearlyAll = policy(all, { ...denyAll, Action: 'iam:*Policy*' });

  it.each([
    ['a user of the name that a variable gives', '2012-10-17', undefined, 'escalation'],
    ['a role, which has no such name', '2012-10-17', 'role', 'none'],
    ['an old document, where a variable is plain text', '2008-10-17', undefined, 'none'],
    ['a document without version, which is old', undefined, undefined, 'none'],
  ] as const)('oneself is %s', (_name, Version, kind, expected) => {
    const document: PolicyDocument = {
      ...(Version !== undefined && { Version }),
      Statement: [allow('iam:*', self)],
    };
    expect(adminPower([document], account, { kind })).toBe(expected);
  });

  it('still takes a wildcard of an old document for one', () => {
    const document = { Version: '2008-10-17', Statement: [allow('iam:*', 'user/*')] };
    expect(adminPower([document], account)).toBe('escalation');
  });

  it.each([
    ['everything', policy(all), policy(all), 'full'],
    ['nothing', policy(all), policy(), 'none'],
    ['all but IAM', policy(all), policy(powerUser), 'none'],
    ['IAM only', policy(all), policy(iam), 'escalation'],
    [
      'another action',
      policy(allow('iam:PutUserPolicy', '*')),
      policy(allow('iam:PutRolePolicy', '*')),
      'none',
    ],
    ['everything, while', policy(all), policy({ ...all, Condition: mfa }), 'conditional'],
    ['all but S3', policy(all), policy({ ...powerUser, NotAction: 's3:*' }), 'escalation'],
    ['all but what it takes', policy(iam), policy(allow('iam:Get*', '*')), 'none'],
    [
      'what takes the boundary off',
      policy(all),
      policy(powerUser, allow('iam:DeleteUserPermissionsBoundary', self)),
      'escalation',
    ],
    [
      'what takes the boundary off, while',
      policy(all),
      policy({ ...allow('iam:PutRolePermissionsBoundary', 'role/*'), Condition: mfa }),
      'conditional',
    ],
    [
      'what takes the boundary off, and nothing lies behind it',
      policy(allow('iam:DeleteUserPermissionsBoundary', '*')),
      policy(all),
      'none',
    ],
    ['everything but policies', policy(iam), nearlyAll, 'escalation'],
  ] as const)('within a boundary of %s', (_name, document, boundary, expected) => {
    expect(adminPower([document], account, { boundary })).toBe(expected);
  });
});
