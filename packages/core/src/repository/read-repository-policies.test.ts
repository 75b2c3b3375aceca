import { describe, expect, it } from 'vitest';
import { lintRepositoryPolicies } from './lint-repository-policies.ts';
import { largestFile, readRepositoryPolicies } from './read-repository-policies.ts';
import { aPlan } from './testing/plan.fixture.ts';
import { appTemplate, edited } from './testing/templates.fixture.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const identity = { Version: '2012-10-17', Statement: [statement] };
const trust = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
};

function read(file: string, content: object | string) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return readRepositoryPolicies(file, text);
}

function found(file: string, content: object | string) {
  return read(file, content).policies.map(({ address, kind }) => [
    address,
    kind.policyType,
    kind.resourceType ?? kind.entity ?? '',
  ]);
}

const template = (Type: string, Properties: object) => ({
  AWSTemplateFormatVersion: '2010-09-09',
  Resources: { R: { Type, Properties } },
});

describe('what is read as what', () => {
  it.each<[string, string, object | string, readonly (readonly string[])[]]>([
    ['a policy', 'p.json', identity, [['', 'IDENTITY_POLICY', '']]],
    [
      'an SCP by its name',
      'deny.scp.json',
      identity,
      [['', 'SERVICE_CONTROL_POLICY', 'service-control-policy']],
    ],
    [
      'a trust policy',
      'p.json',
      trust,
      [['', 'RESOURCE_POLICY', 'AWS::IAM::AssumeRolePolicyDocument']],
    ],
    [
      'a role as the CLI prints it',
      'r.json',
      { Role: { RoleName: 'a', AssumeRolePolicyDocument: trust } },
      [['Role.AssumeRolePolicyDocument', 'RESOURCE_POLICY', 'AWS::IAM::AssumeRolePolicyDocument']],
    ],
    [
      'a role as the API returns it',
      'r.json',
      { Role: { AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)) } },
      [['Role.AssumeRolePolicyDocument', 'RESOURCE_POLICY', 'AWS::IAM::AssumeRolePolicyDocument']],
    ],
    [
      'a list by the names in it',
      'r.json',
      {
        RoleDetailList: [
          { Arn: 'arn:x', RolePolicyList: [{ PolicyName: 'p', PolicyDocument: identity }] },
        ],
      },
      [['RoleDetailList.arn:x.RolePolicyList.p.PolicyDocument', 'IDENTITY_POLICY', '']],
    ],
    [
      'a bucket policy as the CLI prints it',
      'b.json',
      { Policy: JSON.stringify({ ...identity, Statement: [{ ...statement, Principal: '*' }] }) },
      [['Policy', 'RESOURCE_POLICY', '']],
    ],
    ['something else', 'x.json', { name: 'x', __proto__: {} }, []],
    ['YAML about something else', 'x.yaml', 'on: push\njobs: {a: {steps: []}}', []],
    [
      'a policy in YAML',
      'p.yaml',
      'policy:\n  Statement: {Effect: Allow, Action: "*", Resource: "*"}',
      [['policy', 'IDENTITY_POLICY', '']],
    ],
    [
      'a managed policy',
      't.json',
      template('AWS::IAM::ManagedPolicy', { PolicyDocument: identity }),
      [['R.PolicyDocument', 'IDENTITY_POLICY', 'managed-policy']],
    ],
    [
      'a policy of a user',
      't.json',
      template('AWS::IAM::UserPolicy', {
        UserName: 'a',
        PolicyName: 'p',
        PolicyDocument: identity,
      }),
      [['R.PolicyDocument', 'IDENTITY_POLICY', 'inline-user']],
    ],
    [
      'a bucket policy',
      't.json',
      template('AWS::S3::BucketPolicy', { Bucket: 'b', PolicyDocument: identity }),
      [['R.PolicyDocument', 'RESOURCE_POLICY', 'AWS::S3::Bucket']],
    ],
    [
      'a policy of a key',
      't.json',
      template('AWS::KMS::Key', { KeyPolicy: identity }),
      [['R.KeyPolicy', 'RESOURCE_POLICY', '']],
    ],
    [
      'a queue policy',
      't.json',
      template('AWS::SQS::QueuePolicy', { Queues: ['q'], PolicyDocument: identity }),
      [['R.PolicyDocument', 'RESOURCE_POLICY', '']],
    ],
    [
      'a permission set',
      't.json',
      template('AWS::SSO::PermissionSet', {
        InlinePolicy: JSON.stringify(identity),
        ManagedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      }),
      [
        ['R.InlinePolicy', 'IDENTITY_POLICY', ''],
        [
          'R.ManagedPolicyArns(arn:aws:iam::aws:policy/ReadOnlyAccess)',
          'IDENTITY_POLICY',
          'managed-policy',
        ],
      ],
    ],
    [
      'a function of SAM',
      't.json',
      {
        ...template('AWS::Serverless::Function', {
          Policies: ['AmazonS3FullAccess', { S3ReadPolicy: { BucketName: 'b' } }, identity],
        }),
        Transform: 'AWS::Serverless-2016-10-31',
      },
      [
        ['R.Policies.0', 'IDENTITY_POLICY', 'inline-role'],
        ['R.Policies.1', 'IDENTITY_POLICY', 'inline-role'],
        ['R.Policies.2', 'IDENTITY_POLICY', 'inline-role'],
      ],
    ],
    [
      'a control policy',
      't.json',
      template('AWS::Organizations::Policy', { Type: 'SERVICE_CONTROL_POLICY', Content: identity }),
      [['R.Content', 'SERVICE_CONTROL_POLICY', 'service-control-policy']],
    ],
  ])('%s', (_, file, content, expected) => {
    expect(read(file, content).faults).toEqual([]);
    expect(found(file, content)).toEqual(expected);
  });
});

describe('hostile and broken files', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const bomb = ['a0: &a0 [x, x]']
    .concat(Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`))
    .join('\n');
  it.each<[string, string, string, number, number]>([
    ['broken JSON', 'a.json', '{\n  "a": }', 2, 8],
    ['broken YAML', 'a.yaml', 'a: [1\nb: 2', 2, 1],
    ['depth', 'a.json', deep, 1, 202],
    ['depth in YAML', 'a.yaml', `a:\n ${'['.repeat(300)}${']'.repeat(300)}`, 1, 1],
    ['aliases of aliases', 'a.yaml', bomb, 1, 1],
    ['an alias of itself', 'a.yaml', 'a: &a [*a]', 1, 1],
    ['an empty file', 'a.json', '', 1, 1],
    ['size', 'a.json', ' '.repeat(largestFile.json + 1), 1, 1],
    ['bytes', 'a.yaml', 'a\0b', 1, 1],
  ])('%s', (_, file, text, line, column) => {
    const { policies, faults } = readRepositoryPolicies(file, text);
    expect(policies).toEqual([]);
    expect(faults.map(({ code, position }) => [code, position?.line, position?.column])).toEqual([
      ['FILE_UNREADABLE', line, column],
    ]);
  });

  it.each([
    [
      'a resource that is no object',
      {
        Resources: { A: null, B: [], C: { Type: 'AWS::IAM::Role' }, D: { Type: 4 } },
        Transform: [],
      },
    ],
    [
      'properties of the wrong kind',
      template('AWS::IAM::Role', {
        Policies: 'x',
        AssumeRolePolicyDocument: [],
        ManagedPolicyArns: {},
      }),
    ],
    [
      'names of prototypes',
      {
        Resources: { ['__proto__']: { Type: 'AWS::IAM::Role', Properties: { constructor: 1 } } },
        Transform: 'x',
      },
    ],
    [
      'intrinsics that mean nothing',
      template('AWS::IAM::ManagedPolicy', {
        PolicyDocument: {
          Statement: [
            { 'Fn::If': ['x'] },
            { 'Fn::Sub': [] },
            { 'Fn::Join': 'x' },
            { Ref: [] },
            { 'Fn::GetAtt': [[]] },
          ],
        },
      }),
    ],
    [
      'a plan of nothing',
      {
        format_version: '1.2',
        resource_changes: [null, { change: null }, { type: 'aws_iam_role', change: { after: [] } }],
      },
    ],
    [
      'conditions that rest on themselves',
      {
        ...template('AWS::IAM::ManagedPolicy', { PolicyDocument: { 'Fn::If': ['A', 'x', 'y'] } }),
        Conditions: { A: { Condition: 'B' }, B: { Condition: 'A' } },
      },
    ],
  ])('does not trip over %s', (_, content) => {
    expect(() => lintRepositoryPolicies(read('t.json', content).policies)).not.toThrow();
  });
});

describe('the linter', () => {
  const codes = (file: string, content: string) =>
    lintRepositoryPolicies(readRepositoryPolicies(file, content).policies).map(
      ({ issueCode, position }) => [issueCode, position.line, position.column],
    );

  it('finds nothing wrong with what is not known yet', () => {
    expect(codes('app.yaml', appTemplate)).toEqual([]);
  });

  it('names lines of YAML, each once, on both sides of a choice', () => {
    const wrong = edited(
      appTemplate,
      ['[s3:GetObject]', '[s3:GetObjekt]'],
      ['s3:DeleteObject', 's3:DeleteObjekt'],
    );
    const lines = wrong.split('\n');
    const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
    expect(codes('app.yaml', wrong).map(([code, line]) => [code, line])).toEqual([
      ['INVALID_ACTION', lineOf('GetObjekt')],
      ['INVALID_ACTION', lineOf('DeleteObjekt')],
    ]);
  });

  it('names the text that a document stands in', () => {
    const wrong = {
      inline: { ...identity, Statement: [{ ...statement, Action: 's3:Nothing' }] },
      managed: identity,
    };
    const plan = aPlan({ before: null, after: wrong });
    const line = plan.split('\n').findIndex((text) => text.includes('s3:Nothing')) + 1;
    expect(codes('plan.json', plan)).toEqual([['INVALID_ACTION', line, expect.any(Number)]]);
  });
});
