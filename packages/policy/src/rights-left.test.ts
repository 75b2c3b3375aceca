import { expect, it } from 'vitest';
import type { PolicyDocument, PolicyStatement } from './document.ts';
import { rightsLeft } from './rights-left.ts';

const principal = 'arn:aws:sts::111122223333:assumed-role/Admin/ada';
const denying = (statement: Partial<PolicyStatement>): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Deny', ...(statement.NotResource ? {} : { Resource: '*' }), ...statement },
  ],
});
const all = { Action: '*' };

const holder = { partition: 'aws', account: '111122223333', principal };

it.each<[string, PolicyDocument, string]>([
  ['nothing', { Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } }, 'surely'],
  ['everything', denying(all), 'none'],
  ['everything, in other words', denying({ NotAction: 'support:*' }), 'none'],
  ['all of IAM', denying({ Action: ['s3:*', 'IAM:*'] }), 'none'],
  ['something else', denying({ Action: ['s3:*', 'organizations:*'] }), 'surely'],
  ['one way of several', denying({ Action: ['iam:CreateUser', 'iam:CreateAccessKey'] }), 'surely'],
  ['one role', denying({ ...all, Resource: 'arn:aws:iam::*:role/Protected' }), 'surely'],
  ['all but one role', denying({ ...all, NotResource: 'arn:aws:iam::*:role/Mine' }), 'none'],
  [
    'everything without a device',
    denying({ ...all, Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }),
    'perhaps',
  ],
  [
    'everything from elsewhere',
    denying({ ...all, Condition: { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }),
    'perhaps',
  ],
  [
    'everything, on a condition that always holds',
    denying({ ...all, Condition: { StringEquals: { 'AWS:PrincipalAccount': '111122223333' } } }),
    'none',
  ],
  [
    'everything, of others',
    denying({ ...all, Condition: { ArnNotLike: { 'aws:PrincipalArn': principal } } }),
    'surely',
  ],
  [
    'everything where IAM is not',
    denying({
      NotAction: 'iam:*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    }),
    'surely',
  ],
  [
    'everything where IAM is',
    denying({ ...all, Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
    'none',
  ],
])('denied: %s', (_, document, left) => {
  expect(rightsLeft({ ...holder, identity: [document] })).toBe(left);
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' } as const;
  const statements = [document.Statement].flat();
  const boundary: PolicyDocument = { ...document, Statement: [everything, ...statements] };
  expect(rightsLeft({ ...holder, identity: [], boundary })).toBe(left);
});

it('what is no policy denies nothing', () => {
  const identity = [denying({ ...all, NotAction: 's3:*' })];
  expect(rightsLeft({ ...holder, identity })).toBe('surely');
});
