import { inspect } from 'node:util';
import { UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import { assumeWebIdentity, createClients, identifyCaller } from '@rolecall/aws';
import { explainWebIdentityRefusal, RolecallError } from '@rolecall/core';
import type { PolicyCondition } from '@rolecall/policy';
import { createSandbox, parseScenario, type Sandbox } from '@rolecall/sandbox';
import { describe, expect, test } from 'vitest';

const now = () => new Date('2026-11-20T12:00:00Z');
const exp = now().getTime() / 1000 + 300;
const issuer = 'token.actions.githubusercontent.com';
const account = 'arn:aws:iam::111122223333';
const roleArn = `${account}:role/deployer`;
const main = 'ref:refs/heads/main';
const right = {
  iss: `https://${issuer}`,
  aud: 'sts.amazonaws.com',
  sub: `repo:org/app:${main}`,
  exp,
};
const canary = 'canary-of-the-token';

/** As GitHub writes them; the signature is the canary. */
function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ ...claims, actor: canary })}.${canary}`;
}

function trustWith(Condition: PolicyCondition) {
  return {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow' as const,
      Principal: { Federated: `${account}:oidc-provider/${issuer}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition,
    },
  };
}

const trust = trustWith({
  StringEquals: { [`${issuer}:aud`]: right.aud, [`${issuer}:sub`]: right.sub },
});

function open(): Sandbox {
  const scenario = {
    oidcProviders: [{ url: right.iss, clientIds: [right.aud] }],
    roles: { deployer: { trust } },
  };
  return createSandbox({ now, scenario: parseScenario(JSON.stringify(scenario), 'scenario.yaml') });
}

function assume({ requestHandler }: Sandbox, claims: object, signal?: AbortSignal) {
  const options = { region: 'eu-central-1', requestHandler };
  const request = { roleArn, sessionName: 'run-1', token: jwt(claims), signal };
  return assumeWebIdentity(options, request);
}

async function refusalOf(sandbox: Sandbox, claims: object): Promise<RolecallError> {
  try {
    await assume(sandbox, claims);
  } catch (error) {
    if (error instanceof RolecallError) return error;
    throw error;
  }
  throw new Error('the token was accepted');
}

test('the right token gives credentials of the role', async () => {
  const sandbox = open();
  const credentials = await assume(sandbox, right);
  expect(credentials.expiration).toEqual(new Date('2026-11-20T13:00:00Z'));
  const { requestHandler } = sandbox;
  const clients = createClients({ region: 'eu-central-1', credentials, requestHandler });
  expect(await identifyCaller(clients)).toEqual({
    account: '111122223333',
    partition: 'aws',
    arn: 'arn:aws:sts::111122223333:assumed-role/deployer/run-1',
  });
});

describe('a subject that the trust does not name', () => {
  test.each([
    `repo:org@65/app@74:${main}`,
    'repo:org/app:pull_request',
    'repo:org/app:environment:prod',
    'repo:org@65/app@74:environment:${x} y',
  ])('%s gets in once the condition is as the hint has it', async (sub) => {
    const sandbox = open();
    const claims = { ...right, sub };
    const error = await refusalOf(sandbox, claims);
    expect(error).toMatchObject({ code: 'ACCESS_DENIED', details: { subject: roleArn } });
    const { condition } = explainWebIdentityRefusal(claims, roleArn);
    const corrected = /\{"StringEquals".*$/s.exec(error.details.hint ?? '')?.[0] ?? '';
    expect(JSON.parse(corrected)).toEqual(condition);

    const { iam } = createClients({
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
      requestHandler: sandbox.requestHandler,
    });
    const PolicyDocument = JSON.stringify(trustWith(JSON.parse(corrected)));
    await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: 'deployer', PolicyDocument }));
    expect(await assume(sandbox, claims)).toHaveProperty('sessionToken');
    expect(await refusalOf(sandbox, right)).toMatchObject({ code: 'ACCESS_DENIED' });
  });

  test('is named as what does not match, where the trust is known', async () => {
    const claims = { ...right, sub: `repo:org@65/app@74:${main}` };
    const { reasons } = explainWebIdentityRefusal(claims, roleArn, trust);
    expect(reasons).toEqual([expect.stringContaining(`${issuer}:sub = ${claims.sub}`)]);
  });
});

test.each([
  ['an unknown issuer', { iss: 'https://gitlab.com' }, 'ACCESS_DENIED'],
  ['another audience', { aud: 'sigstore' }, 'ACCESS_DENIED'],
  ['another subject', { sub: 'repo:other/app:pull_request' }, 'ACCESS_DENIED'],
  ['no subject', { sub: undefined }, 'ACCESS_DENIED'],
  ['expired', { exp: exp - 300 }, 'CREDENTIALS_EXPIRED'],
])('%s is refused without a word of the token', async (_, wrong, code) => {
  const claims = { ...right, ...wrong };
  const error = await refusalOf(open(), claims);
  expect(error.code).toBe(code);
  const everything = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
  for (const secret of [canary, ...jwt(claims).split('.')])
    expect(everything).not.toContain(secret);
});

test('may be interrupted', async () => {
  const call = assume(open(), right, AbortSignal.abort());
  await expect(call).rejects.toMatchObject({ code: 'INTERRUPTED' });
});
