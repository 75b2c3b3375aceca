import type { PolicyPrincipal } from '@rolecall/policy';
import { describe, expect, it } from 'vitest';
import { identityFaults } from './identity-faults.ts';
import { trustFaults } from './trust-faults.ts';

const allow = { Effect: 'Allow' } as const;
const told = (faults: ReturnType<typeof identityFaults>) =>
  faults.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a policy of a role, user or group', () => {
  const read = { ...allow, Action: 's3:Get*', Resource: '*' };

  it.each([
    read,
    { ...allow, NotAction: ['iam:*', '*:Get*'], NotResource: ['arn:aws:s3:::b/*', 'arn:aws:s3'] },
    { ...read, Sid: 'Abc1', Action: '*', Resource: '{{arn:role/web}}' },
    { ...read, Action: '{{actions}}', Sid: '{{name}}', Resource: 'arn:*:iam::*:role/*' },
    {
      ...read,
      Condition: {
        'ForAnyValue:StringLikeIfExists': { 'aws:PrincipalOrgPaths': 'o-1/*' },
        Null: { 'aws:TokenIssueTime': true },
        '{{operator}}': { '{{key}}': 'x' },
      },
    },
  ])('is taken: %j', (statement) => {
    expect(identityFaults({ Statement: statement })).toEqual([]);
  });

  it.each([
    [{ ...allow, Action: 's3:Get*' }, 'Statement: has no Resource'],
    [{ ...allow, Resource: '*' }, 'Statement: has no Action'],
    [{ ...read, Action: [] }, 'Statement: has no Action'],
    [{ ...read, NotAction: 's3:Put*' }, 'Statement.NotAction: stands beside Action: choose one'],
    [{ ...read, Principal: '*' }, /^Statement\.Principal: has no place here/],
    [{ ...read, Action: ['s3:Get*', 's3Get'] }, /^Statement\.Action\.1: "s3Get" is no action/],
    [{ ...read, Action: 's3:Get:x' }, /^Statement\.Action: "s3:Get:x" is no action/],
    [{ ...read, Resource: 'bucket' }, 'Statement.Resource: "bucket" is no ARN, and not "*"'],
    [{ ...read, Sid: 'a b' }, 'Statement.Sid: may hold letters and digits only'],
    [
      { ...read, Condition: { StringEqual: { 'aws:x': 'y' } } },
      'Statement.Condition.StringEqual: "StringEqual" is no condition operator; did you mean "StringEquals"?',
    ],
    [
      { ...read, Condition: { NullIfExists: { 'aws:x': true } } },
      /"NullIfExists" is no condition operator/,
    ],
    [
      { ...read, Condition: { StringEquals: { tag: 'y' } } },
      /^Statement\.Condition\.StringEquals\.tag: "tag" is no condition key/,
    ],
  ])('is not taken: %j', (statement, message) => {
    expect(told(identityFaults({ Statement: statement }))).toEqual([
      typeof message === 'string' ? message : expect.stringMatching(message),
    ]);
  });

  it('says which of several statements', () => {
    const statements = [{ ...read, Sid: 'A' }, read, { ...read, Sid: 'A' }];
    expect(told(identityFaults({ Statement: statements }))).toEqual([
      'Statement.2.Sid: "A" stands in this policy twice',
    ]);
  });
});

describe('a trust', () => {
  const to = (Principal: PolicyPrincipal, Action: string | string[] = 'sts:AssumeRole') => ({
    ...allow,
    Principal,
    Action,
  });

  it.each([
    to({ Service: ['ec2.amazonaws.com', 'logs.eu-west-1.amazonaws.com', 'ec2.amazonaws.com.cn'] }),
    to({ AWS: ['*', '111122223333', 'AROA1234567890ABCDEF', 'arn:aws-cn:iam::111122223333:root'] }),
    to({ AWS: ['arn:aws:sts::111122223333:assumed-role/web/session', '{{arn:user/ada}}'] }),
    to({ Federated: 'cognito-identity.amazonaws.com' }, 'sts:AssumeRoleWithWebIdentity'),
    to({ Federated: 'arn:aws:iam::111122223333:saml-provider/corp' }, 'sts:AssumeRoleWithSAML'),
    to('{{principal}}', ['sts:TagSession', 'STS:AssumeRole*', 'sts:SetSourceIdentity', 'sts:*']),
    { Effect: 'Deny', NotPrincipal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' } as const,
  ])('is taken: %j', (statement) => {
    expect(trustFaults({ Statement: statement })).toEqual([]);
  });

  it.each([
    [{ ...allow, Action: 'sts:AssumeRole' }, /^Statement: has no Principal/],
    [{ ...to({ AWS: '*' }), Resource: '*' }, /^Statement\.Resource: has no place here/],
    [to({ AWS: '*' }, ['sts:AssumeRole', 's3:GetObject']), /^Statement\.Action\.1: "s3:GetObject"/],
    [to({ AWS: '*' }, 'sts:GetCallerIdentity'), /^Statement\.Action: "sts:GetCallerIdentity"/],
    [to('*'), /^Statement\.Principal: "\*" is not taken here/],
    [to({ AWS: 'bob' }), /^Statement\.Principal\.AWS: "bob" is not an account id/],
    [to({ AWS: ['*', '12345'] }), /^Statement\.Principal\.AWS\.1: "12345" is not/],
    [
      to({ AWS: 'arn:aws:iam::111122223333:group/x' }),
      /^Statement\.Principal\.AWS: "arn.*group\/x"/,
    ],
    [to({ AWS: '{{arn:policy/p}}' }), /names a policy, which cannot assume a role$/],
    [to({ Service: 'ec2' }), /"ec2" is not a service such as ec2\.amazonaws\.com$/],
    [to({ Robot: 'x' }), /^Statement\.Principal\.Robot: is no kind of principal: AWS, Service/],
  ])('is not taken: %j', (statement, message) => {
    expect(told(trustFaults({ Statement: statement }))).toEqual([expect.stringMatching(message)]);
  });
});
