import {
  AddRoleToInstanceProfileCommand,
  AttachGroupPolicyCommand,
  CreateAccountAliasCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { createAccountPort, createClients } from '@rolecall/aws';
import { applyManifest, importManifest, planManifest, readManifest } from '@rolecall/core';
import { afterAll, describe, expect, it } from 'vitest';
import { startMotoServer } from './moto-server.ts';
import { createClock, oneFile } from './testing/account.fixture.ts';
import { expectMereAdoption } from './testing/importing.fixture.ts';

const moto = await startMotoServer();
afterAll(() => moto?.stop());

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const document = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  },
});

describe.skipIf(moto === undefined)('against an emulator that others keep', () => {
  const clock = createClock();
  const clients = createClients({
    region: 'us-east-1',
    endpoint: moto?.url,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
  });
  const port = createAccountPort(clients, clock);

  it('what is imported is taken over as it is, and then left alone', async () => {
    await createResources();
    const { text, imported } = await importManifest({ port, scope: 'platform', only: [] });
    expect(imported).toHaveLength(7);
    const manifest = await readManifest(oneFile(text), 'rolecall.yaml');
    const input = { port, manifest, includeRetired: false };
    expectMereAdoption((await planManifest(input)).plan);
    const applied = await applyManifest({
      ...input,
      reviewed: undefined,
      allowReplace: false,
      skipPreflight: true,
      confirm: async () => true,
      sleep: clock.sleep,
      signal: new AbortController().signal,
      onEvent: () => {},
    });
    expect(applied).toMatchObject({ kind: 'applied', report: { complete: true, warnings: [] } });
    const { plan } = await planManifest(input);
    expect(plan).toMatchObject({ changes: [], conflicts: [] });
  });

  async function createResources(): Promise<void> {
    const { iam } = clients;
    const tags = [{ Key: 'team', Value: 'core' }];
    const { Policy } = await iam.send(
      new CreatePolicyCommand({
        PolicyName: 'reader',
        Path: '/teams/',
        PolicyDocument: document,
        Tags: tags,
      }),
    );
    await iam.send(new CreateGroupCommand({ GroupName: 'people', Path: '/teams/' }));
    await iam.send(new AttachGroupPolicyCommand({ GroupName: 'people', PolicyArn: Policy?.Arn }));
    await iam.send(new CreateUserCommand({ UserName: 'ada', Tags: tags }));
    await iam.send(
      new CreateRoleCommand({
        RoleName: 'worker',
        AssumeRolePolicyDocument: trust,
        MaxSessionDuration: 7200,
        Description: 'Works.',
      }),
    );
    const own = { RoleName: 'worker', PolicyName: 'own', PolicyDocument: document };
    await iam.send(new PutRolePolicyCommand(own));
    await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'box' }));
    await iam.send(
      new AddRoleToInstanceProfileCommand({ InstanceProfileName: 'box', RoleName: 'worker' }),
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
