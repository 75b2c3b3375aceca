import { setTimeout as wait } from 'node:timers/promises';
import {
  AttachUserPolicyCommand,
  CreateAccountAliasCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { collectSnapshot, createClients, resolvedEndpoint } from '@rolecall/aws';
import { type PartName, partPermissions, type Snapshot, snapshotSchema } from '@rolecall/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMotoServer } from './moto-server.ts';

const moto = await startMotoServer();
afterAll(() => moto?.stop());

const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const trust = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  ],
};
const permissions = (action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
});

describe.skipIf(moto === undefined)('an account in moto', () => {
  const options = {
    region: 'us-east-1',
    endpoint: moto?.url,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' },
  };
  const clients = createClients(options);
  let snapshot: Snapshot;

  beforeAll(async () => {
    await createAccount();
    snapshot = await collectSnapshot(
      clients,
      {
        parts: Object.keys(partPermissions).filter(isPartName),
        planning: {
          pathPrefix: '/rolecall/test/',
          policyNames: [],
          instanceProfileNames: [],
          userNames: [],
          signInUserNames: ['nobody'],
          managedPolicyArns: [readOnly, `${readOnly}ThatIsNot`],
          heldPolicyArns: [],
        },
      },
      { now: () => new Date(), sleep: (milliseconds) => wait(milliseconds) },
    );
  });

  test('the endpoint is announced for what it is', async () => {
    expect(await resolvedEndpoint(options)).toMatchObject({ iam: moto?.url, sts: moto?.url });
  });

  test('it comes back from JSON', () => {
    expect(snapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  });

  test('what moto does not have is unknown, and nothing else is', () => {
    const { parts } = snapshot;
    const unknownParts = Object.keys(parts)
      .filter(isPartName)
      .filter((part) => parts[part].status === 'unknown');
    // It lists no regions, and so nothing that is read by region.
    expect(unknownParts.sort()).toEqual([
      'alarms',
      'analyzerFindings',
      'analyzers',
      'appRunnerServices',
      'archiveRules',
      'contactInformation',
      'delegationRequests',
      'eventRules',
      'identityCenterInstances',
      'identityCenterSetup',
      'instances',
      'openHandshakes',
      'organizationsFeatures',
      'outboundFederation',
      'permissionSets',
      'policyGenerations',
      'protonSettings',
      'protonStacks',
      'regions',
      'replicationSets',
      'serviceSpecificCredentials',
      'topicSubscriptions',
    ]);
  });

  test('users, with their groups and policies', () => {
    expect(partValue('users')).toMatchObject([
      {
        name: 'ada',
        path: '/staff/',
        attachedPolicies: [{ name: 'ReadOnlyAccess', arn: readOnly }],
        tags: { team: 'core' },
      },
    ]);
  });

  test('roles, with documents as they were sent', () => {
    expect(partValue('roles')).toMatchObject([
      {
        name: 'worker',
        path: '/rolecall/test/',
        trust,
        inlinePolicies: [{ name: 'own', document: permissions('s3:ListAllMyBuckets') }],
        tags: { 'rolecall:owner': 'test' },
      },
    ]);
    expect(partValue('roleSettings')).toEqual({
      worker: { description: 'Works.', maxSessionDuration: 7200 },
    });
  });

  test('policies: ours, and of the 1,485 of AWS the one in use', () => {
    const policies = partValue('policies');
    expect(policies.map((policy) => policy.name).sort()).toEqual(['ReadOnlyAccess', 'reader']);
    expect(policies.find((policy) => policy.name === 'reader')).toMatchObject({
      path: '/rolecall/test/',
      defaultVersionId: 'v2',
      document: permissions('s3:GetObject'),
      versions: [{ id: 'v2' }, { id: 'v1' }],
    });
    expect(Object.values(partValue('policySettings'))).toEqual([
      { description: 'Reads.', tags: { 'rolecall:owner': 'test' } },
    ]);
    expect(Object.keys(partValue('managedDocuments'))).toEqual([readOnly]);
  });

  test('the rest', () => {
    expect(partValue('groups')).toMatchObject([{ name: 'readers', path: '/' }]);
    expect(partValue('instanceProfiles')).toMatchObject([
      { name: 'box', roles: [], tags: { 'rolecall:owner': 'test' } },
    ]);
    expect(partValue('oidcProviders')).toMatchObject([
      { url: 'token.actions.githubusercontent.com', clientIds: ['sts.amazonaws.com'] },
    ]);
    expect(partValue('accountAliases')).toEqual(['example-alias']);
    expect(partValue('passwordPolicy')).toBeNull();
    expect(partValue('organization')).toBeNull();
    expect(partValue('credentialReport').rows).toMatchObject([{ user: 'ada', mfaActive: false }]);
  });

  function partValue<N extends PartName>(name: N) {
    const part = snapshot.parts[name];
    if (part.status === 'unknown') throw new Error(`${name}: ${part.reason.message}`);
    return part.value;
  }

  async function createAccount(): Promise<void> {
    const { iam } = clients;
    const tags = [{ Key: 'rolecall:owner', Value: 'test' }];
    const path = '/rolecall/test/';
    await iam.send(new CreateGroupCommand({ GroupName: 'readers' }));
    await iam.send(
      new CreateUserCommand({
        UserName: 'ada',
        Path: '/staff/',
        Tags: [{ Key: 'team', Value: 'core' }],
      }),
    );
    await iam.send(new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn: readOnly }));
    await iam.send(
      new CreateRoleCommand({
        RoleName: 'worker',
        Path: path,
        Description: 'Works.',
        MaxSessionDuration: 7200,
        AssumeRolePolicyDocument: JSON.stringify(trust),
        Tags: tags,
      }),
    );
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: 'worker',
        PolicyName: 'own',
        PolicyDocument: JSON.stringify(permissions('s3:ListAllMyBuckets')),
      }),
    );
    const created = await iam.send(
      new CreatePolicyCommand({
        PolicyName: 'reader',
        Path: path,
        Description: 'Reads.',
        PolicyDocument: JSON.stringify(permissions('s3:Get*')),
        Tags: tags,
      }),
    );
    await iam.send(
      new CreatePolicyVersionCommand({
        PolicyArn: created.Policy?.Arn,
        PolicyDocument: JSON.stringify(permissions('s3:GetObject')),
        SetAsDefault: true,
      }),
    );
    await iam.send(
      new CreateInstanceProfileCommand({ InstanceProfileName: 'box', Path: path, Tags: tags }),
    );
    await iam.send(
      new CreateOpenIDConnectProviderCommand({
        Url: 'https://token.actions.githubusercontent.com',
        ClientIDList: ['sts.amazonaws.com'],
        ThumbprintList: ['6938fd4d98bab03faadb97b34396831e3780aea1'],
      }),
    );
    await iam.send(new CreateAccountAliasCommand({ AccountAlias: 'example-alias' }));
  }
});

function isPartName(name: string): name is PartName {
  return name in partPermissions;
}
