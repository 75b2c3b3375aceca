import {
  type EvaluationResult,
  SimulateCustomPolicyCommand,
  type SimulateCustomPolicyCommandInput,
  SimulatePrincipalPolicyCommand,
  type SimulatePrincipalPolicyCommandInput,
} from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { refusalOf, sandboxWithClients } from '../clients.fixture.ts';

const own = (resource: string) => `arn:aws:iam::111122223333:${resource}`;
const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const text = (...Statement: readonly object[]) => JSON.stringify(document(...Statement), null, 2);
const allow = (Action: string, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});
const deny = (Action: string) => ({ Effect: 'Deny', Action, Resource: '*' });
const red = { Condition: { StringEquals: { 'aws:RequestTag/team': 'red' } } };

const scenario = {
  users: {
    u: { groups: ['g'], attach: ['aws:PowerUserAccess'], inline: { p: document(deny('sqs:*')) } },
    bounded: { attach: ['aws:AdministratorAccess'], boundary: 'aws:AmazonS3FullAccess' },
    tagger: { inline: { p: document(allow('iam:CreateUser', red)) } },
  },
  groups: { g: { inline: { q: document(allow('iam:GetRole', { Resource: own('role/x') })) } } },
  roles: { r: { trustService: 'ec2.amazonaws.com', attach: ['P'] } },
  policies: { P: { document: document(allow('s3:*')) } },
};

const decisionsOf = (results: readonly EvaluationResult[] = []) =>
  results.map(({ EvalDecision }) => EvalDecision);

describe('SimulatePrincipalPolicy', () => {
  const simulate = async (input: SimulatePrincipalPolicyCommandInput) => {
    const { iam } = sandboxWithClients({ scenario });
    const answer = await iam.send(new SimulatePrincipalPolicyCommand(input));
    return answer.EvaluationResults ?? [];
  };

  test.each([
    [
      'user/u',
      ['ec2:RunInstances', 'iam:CreateRole', 'sqs:SendMessage'],
      '*',
      ['allowed', 'implicitDeny', 'explicitDeny'],
    ],
    ['user/u', ['iam:GetRole'], own('role/x'), ['allowed']],
    ['user/u', ['iam:GetRole'], own('role/y'), ['implicitDeny']],
    ['group/g', ['iam:GetRole', 'ec2:RunInstances'], own('role/x'), ['allowed', 'implicitDeny']],
    [
      'role/r',
      ['s3:GetObject', 'ec2:RunInstances'],
      'arn:aws:s3:::b/o',
      ['allowed', 'implicitDeny'],
    ],
    ['user/bounded', ['s3:GetObject', 'ec2:RunInstances'], '*', ['allowed', 'implicitDeny']],
  ])('%s: %j on %s', async (source, ActionNames, resource, decisions) => {
    const results = await simulate({
      PolicySourceArn: own(source),
      ActionNames,
      ResourceArns: [resource],
    });
    expect(decisionsOf(results)).toEqual(decisions);
  });

  test('shows the statements that match, and where', async () => {
    const [result] = await simulate({ PolicySourceArn: own('role/r'), ActionNames: ['s3:Get'] });
    expect(result?.MatchedStatements).toEqual([
      {
        SourcePolicyId: 'P',
        SourcePolicyType: 'user-managed',
        StartPosition: { Line: 1, Column: expect.any(Number) },
        EndPosition: { Line: 1, Column: expect.any(Number) },
      },
    ]);
  });

  test('shows what the boundary says', async () => {
    const results = await simulate({
      PolicySourceArn: own('user/bounded'),
      ActionNames: ['s3:GetObject', 'ec2:RunInstances'],
    });
    expect(results.map((one) => one.PermissionsBoundaryDecisionDetail)).toEqual([
      { AllowedByPermissionsBoundary: true },
      { AllowedByPermissionsBoundary: false },
    ]);
  });

  test.each([
    [undefined, 'implicitDeny', ['aws:RequestTag/team']],
    ['red', 'allowed', undefined],
    ['blue', 'implicitDeny', undefined],
  ])('tag %s: %s, missing %j', async (value, decision, missing) => {
    const ContextEntries =
      value === undefined
        ? []
        : [
            {
              ContextKeyName: 'AWS:RequestTag/Team',
              ContextKeyValues: [value],
              ContextKeyType: 'string' as const,
            },
          ];
    const [result] = await simulate({
      PolicySourceArn: own('user/tagger'),
      ActionNames: ['iam:CreateUser'],
      ContextEntries,
    });
    expect(result?.EvalDecision).toBe(decision);
    expect(result?.MissingContextValues ?? []).toEqual(missing ?? []);
  });

  test.each([
    [{ PolicyInputList: [text(allow('iam:CreateRole'))] }, 'allowed'],
    [{ PolicyInputList: [text(deny('iam:*'))] }, 'explicitDeny'],
    [{ PermissionsBoundaryPolicyInputList: [text(allow('s3:*'))] }, 'implicitDeny'],
  ])('%j besides', async (more, decision) => {
    const results = await simulate({
      PolicySourceArn: own('user/u'),
      ActionNames: ['iam:CreateRole'],
      ...more,
    });
    expect(decisionsOf(results)).toEqual([decision]);
  });

  test('an authorize of the sandbox answers in its place', async () => {
    const { iam } = sandboxWithClients({
      scenario,
      authorize: ({ action }) =>
        action === 's3:GetObject' ? { kind: 'explicit', by: 'service control policy' } : 'allowed',
    });
    const { EvaluationResults } = await iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: own('role/r'),
        ActionNames: ['s3:GetObject', 'iam:CreateRole'],
      }),
    );
    expect(decisionsOf(EvaluationResults)).toEqual(['explicitDeny', 'allowed']);
  });
});

describe('SimulateCustomPolicy', () => {
  const simulate = async (input: SimulateCustomPolicyCommandInput) => {
    const { iam } = sandboxWithClients();
    const answer = await iam.send(new SimulateCustomPolicyCommand(input));
    return answer.EvaluationResults ?? [];
  };

  test('decides by the policies of the request alone', async () => {
    const results = await simulate({
      PolicyInputList: [text(allow('s3:*')), text(deny('s3:PutObject'))],
      ActionNames: ['s3:GetObject', 's3:PutObject', 'ec2:RunInstances'],
    });
    expect(decisionsOf(results)).toEqual(['allowed', 'explicitDeny', 'implicitDeny']);
    expect(results[1]?.MatchedStatements).toMatchObject([
      {
        SourcePolicyId: 'PolicyInputList.1',
        SourcePolicyType: 'none',
        StartPosition: { Line: 4, Column: 5 },
        EndPosition: { Line: 8, Column: 6 },
      },
      { SourcePolicyId: 'PolicyInputList.2' },
    ]);
  });

  test('knows who the caller is when it is told', async () => {
    const results = await simulate({
      PolicyInputList: [text(allow('s3:*', { Resource: 'arn:aws:s3:::${aws:PrincipalAccount}' }))],
      ActionNames: ['s3:ListBucket'],
      ResourceArns: ['arn:aws:s3:::111122223333'],
      CallerArn: own('role/Administrator'),
    });
    expect(decisionsOf(results)).toEqual(['allowed']);
  });

  test.each([
    ['444455556666', 'arn:aws:iam::444455556666:root', 'implicitDeny'],
    ['111122223333', own('root'), 'implicitDeny'],
    ['111122223333', own('role/Administrator'), 'allowed'],
  ])('a bucket of %s whose policy trusts %s: %s', async (owner, AWS, decision) => {
    const results = await simulate({
      PolicyInputList: [text(allow('ec2:*'))],
      ActionNames: ['s3:GetObject'],
      ResourceArns: ['arn:aws:s3:::b/o'],
      ResourceOwner: `arn:aws:iam::${owner}:root`,
      ResourcePolicy: text(allow('s3:*', { Principal: { AWS } })),
      CallerArn: own('role/Administrator'),
    });
    expect(decisionsOf(results)).toEqual([decision]);
  });

  test('refuses what is no policy', async () => {
    const call = simulate({ PolicyInputList: ['{'], ActionNames: ['s3:GetObject'] });
    expect(await refusalOf(call)).toMatchObject({ code: 'InvalidInput', status: 400 });
  });
});
