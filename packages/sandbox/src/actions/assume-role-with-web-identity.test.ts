import * as aws from '@aws-sdk/client-iam';
import {
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandInput,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { document, everything, listUsers, outcomeOf, own } from '../authorization.fixture.ts';
import { clientsFor, refusalOf, sandboxWithClients, start } from '../clients.fixture.ts';

const issuer = 'token.actions.githubusercontent.com';
const provider = own(`oidc-provider/${issuer}`);
const RoleArn = own('role/r');
const action = 'sts:AssumeRoleWithWebIdentity';
const main = 'repo:org/app:ref:refs/heads/main';
const seconds = start.getTime() / 1000;
const right = { iss: `https://${issuer}`, aud: 'sts.amazonaws.com', sub: main, exp: seconds + 300 };
const notAuthorized = {
  code: 'AccessDenied',
  status: 403,
  message: `Not authorized to perform ${action}`,
};

function jwt(claims: object, header: object = { alg: 'RS256' }): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.c2lnbmF0dXJl`;
}

function trusting(claims: object, more: object = {}) {
  const keys = Object.entries(claims).map(([name, value]) => [`${issuer}:${name}`, value]);
  return {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: action,
    Condition: { StringEquals: Object.fromEntries(keys) },
    ...more,
  };
}

function opened(...statements: readonly object[]) {
  const trust = document(...(statements.length > 0 ? statements : [trusting({ sub: main })]));
  return sandboxWithClients({
    scenario: {
      oidcProviders: [
        { url: `https://${issuer}`, clientIds: ['sts.amazonaws.com'] },
        { url: 'https://id.example.com/tenant', clientIds: ['app'] },
      ],
      roles: { r: { trust, inline: { p: everything } }, bare: { trust } },
    },
  });
}

type Opened = ReturnType<typeof opened>;
type Input = Partial<AssumeRoleWithWebIdentityCommandInput>;

/** Asks without credentials: the SDK signs nothing here. */
function assume({ sandbox }: Pick<Opened, 'sandbox'>, claims: object | string, input: Input = {}) {
  const sts = new STSClient({
    region: 'eu-central-1',
    maxAttempts: 1,
    requestHandler: sandbox.requestHandler,
    credentials: () => Promise.reject(new Error('none are needed')),
  });
  const WebIdentityToken = typeof claims === 'string' ? claims : jwt(claims);
  return sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn,
      RoleSessionName: 'run',
      WebIdentityToken,
      ...input,
    }),
  );
}

test('the answer, and whom its credentials are of', async () => {
  const account = opened();
  const answer = await assume(account, right, { DurationSeconds: 900 });
  const arn = 'arn:aws:sts::111122223333:assumed-role/r/run';
  expect(answer).toMatchObject({
    AssumedRoleUser: { Arn: arn },
    SubjectFromWebIdentityToken: main,
    Provider: provider,
    Audience: 'sts.amazonaws.com',
    Credentials: { Expiration: new Date(start.getTime() + 900_000) },
  });
  const session = clientsFor(account.sandbox, answer.Credentials?.AccessKeyId);
  expect(await session.sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Arn: arn });
  expect(await outcomeOf(session.iam.send(listUsers))).toBe('allowed');
});

describe('the token', () => {
  const noProvider = 'No OpenIDConnect provider found in your account for ';
  const noJwt = /is not a valid JWT/;
  test.each([
    [
      'of an issuer unknown here',
      { ...right, iss: 'https://a.example' },
      `${noProvider}https://a.example`,
    ],
    [
      'of another tenant',
      { ...right, iss: 'https://id.example.com' },
      `${noProvider}https://id.example.com`,
    ],
    ['for somebody else', { ...right, aud: 'sigstore' }, 'Incorrect token audience'],
    ["for another provider's client", { ...right, aud: 'app' }, 'Incorrect token audience'],
    ['without exp', { ...right, exp: undefined }, noJwt],
    ['without sub', { ...right, sub: undefined }, noJwt],
    ['in one part', 'opaque-access-token', noJwt],
    ['in two parts', jwt(right).replace(/\.[^.]*$/, ''), noJwt],
    ['in four parts', `${jwt(right)}.x`, noJwt],
    ['that is no JSON', 'aaaa.bbbb.cccc', noJwt],
  ])('%s', async (_, claims, message) => {
    expect(await refusalOf(assume(opened(), claims))).toEqual({
      code: 'InvalidIdentityToken',
      status: 400,
      message: expect.stringMatching(message),
    });
  });

  test.each([
    [1, true],
    [0, false],
    [-1, false],
  ])('with %i seconds left', async (left, good) => {
    const call = assume(opened(), { ...right, exp: seconds + left });
    if (good) expect(await call).toHaveProperty('Credentials');
    else expect(await refusalOf(call)).toMatchObject({ code: 'ExpiredToken', status: 400 });
  });

  test('of several audiences the one that the provider has counts', async () => {
    const answer = await assume(opened(), { ...right, aud: ['other', 'sts.amazonaws.com'] });
    expect(answer.Audience).toBe('sts.amazonaws.com');
  });
});

describe('the trust', () => {
  const sub = main;
  test.each([
    ['tests sub and aud', trusting({ sub, aud: 'sts.amazonaws.com' }), true],
    ['tests another sub', trusting({ sub: 'repo:org/app:pull_request' }), false],
    ['tests another aud', trusting({ sub, aud: 'app' }), false],
    ['tests what GitHub adds and STS hands on', trusting({ sub, repository_id: '74' }), true],
    ['tests another repository', trusting({ sub, repository_id: '75' }), false],
    ['tests what STS does not hand on', trusting({ sub, event_name: 'push' }), false],
    ['tests how the subject signed in', trusting({ sub, amr: 'mfa' }), false],
    [
      'tests the name of the session',
      trusting({ sub }, { Condition: { StringEquals: { 'sts:RoleSessionName': 'other' } } }),
      false,
    ],
    ['lets another action pass', trusting({ sub }, { Action: 'sts:AssumeRole' }), false],
    [
      'is in another provider',
      trusting({ sub }, { Principal: { Federated: own('oidc-provider/id.example.com/tenant') } }),
      false,
    ],
    ['is in the account', trusting({ sub }, { Principal: { AWS: own('root') } }), false],
  ])('%s', async (_, statement, good) => {
    const claims = { ...right, repository_id: '74', event_name: 'push' };
    const call = assume(opened(statement), claims);
    if (good) expect(await call).toHaveProperty('Credentials');
    else expect(await refusalOf(call)).toEqual(notAuthorized);
  });

  test('denies', async () => {
    const account = opened(trusting({ sub }), trusting({ sub }, { Effect: 'Deny' }));
    expect(await refusalOf(assume(account, right))).toEqual(notAuthorized);
  });

  test('finds the path of the issuer in keys, and amr', async () => {
    const tenant = 'id.example.com/tenant';
    const keys = { [`${tenant}:sub`]: 'me', [`${tenant}:amr`]: 'mfa', [`${tenant}:aud`]: 'app' };
    const account = opened({
      Effect: 'Allow',
      Principal: { Federated: own(`oidc-provider/${tenant}`) },
      Action: action,
      Condition: { 'ForAnyValue:StringEquals': keys },
    });
    const claims = { iss: `https://${tenant}`, aud: 'app', sub: 'me', exp: right.exp };
    expect(await refusalOf(assume(account, claims))).toEqual(notAuthorized);
    expect(await assume(account, { ...claims, amr: ['pwd', 'mfa'] })).toHaveProperty('Credentials');
  });
});

test('a role that is not there is refused in the same words', async () => {
  const call = assume(opened(), right, { RoleArn: own('role/nobody') });
  expect(await refusalOf(call)).toEqual(notAuthorized);
});

test.each([
  ['a longer session than the role allows', { DurationSeconds: 7200 }, 'ValidationError'],
  ['a policy to pass that is none', { Policy: '{}' }, 'MalformedPolicyDocument'],
])('%s', async (_, input, code) => {
  expect(await refusalOf(assume(opened(), right, input))).toMatchObject({ code });
});

test('a policy passed bounds the session', async () => {
  const account = opened();
  const Policy = JSON.stringify(document({ Effect: 'Allow', Action: 's3:*', Resource: '*' }));
  const { Credentials } = await assume(account, right, { Policy });
  const { iam } = clientsFor(account.sandbox, Credentials?.AccessKeyId);
  expect(await outcomeOf(iam.send(listUsers))).toMatch(/no session policy/);
});

test('a session ends with its role', async () => {
  const account = opened();
  const { Credentials } = await assume(account, right, { RoleArn: own('role/bare') });
  await account.iam.send(new aws.DeleteRoleCommand({ RoleName: 'bare' }));
  const { sts } = clientsFor(account.sandbox, Credentials?.AccessKeyId);
  const call = sts.send(new GetCallerIdentityCommand({}));
  expect(await refusalOf(call)).toMatchObject({ code: 'InvalidClientTokenId' });
});

test('signatures count nothing, nor do faults of credentials', async () => {
  const account = opened();
  account.sandbox.faults.credentials = 'expired';
  const form = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn,
    RoleSessionName: 'run',
    WebIdentityToken: jwt(right),
  });
  const scope = 'Credential=AKIDEXAMPLE/20261121/us-east-1/sts/aws4_request';
  for (const headers of [{}, { authorization: `AWS4-HMAC-SHA256 ${scope}` }]) {
    const body = form.toString();
    const answer = await account.sandbox.handleHttp({ method: 'POST', path: '/', headers, body });
    expect(answer.status).toBe(200);
  }
});

test.each([
  ['AssumeRole', '2011-06-15'],
  ['GetCallerIdentity', '2011-06-15'],
  ['ListUsers', '2010-05-08'],
])('%s without a signature is refused', async (Action, Version) => {
  const body = new URLSearchParams({ Action, Version, WebIdentityToken: jwt(right) }).toString();
  const { sandbox } = opened();
  const answer = await sandbox.handleHttp({ method: 'POST', path: '/', headers: {}, body });
  expect(answer.status).toBe(403);
  expect(answer.body).toContain('MissingAuthenticationToken');
});

test('sandboxes may deny it whatever the trust says', async () => {
  const account = opened();
  account.sandbox.faults.deny.push(action);
  expect(await refusalOf(assume(account, right))).toEqual(notAuthorized);
});
