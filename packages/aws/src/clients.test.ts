import { IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { afterEach, expect, test, vi } from 'vitest';
import { ask } from './ask.ts';
import { createClients } from './clients.ts';
import { keepClients } from './keep-clients.ts';
import { isAwsEndpoint, resolvedEndpoint } from './resolved-endpoint.ts';

const emptyFiles = {
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
};
const credentialNames = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_PROFILE',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_ENDPOINT_URL',
];

function setEnvironment(variables: Record<string, string>): void {
  for (const name of credentialNames) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries({ ...emptyFiles, ...variables })) {
    vi.stubEnv(name, value);
  }
}

afterEach(() => vi.unstubAllEnvs());

test('each client goes to AWS’s endpoint of the partition, without credentials', async () => {
  setEnvironment({});
  const endpoints = await resolvedEndpoint({ region: 'cn-northwest-1' });
  expect(endpoints).toEqual({
    iam: 'https://iam.cn-north-1.amazonaws.com.cn',
    sts: 'https://sts.cn-northwest-1.amazonaws.com.cn',
    organizations: 'https://organizations.cn-northwest-1.amazonaws.com.cn',
  });
});

test('AWS_ENDPOINT_URL redirects all three, and is seen', async () => {
  setEnvironment({ AWS_ENDPOINT_URL: 'http://127.0.0.1:5000' });
  const endpoints = await resolvedEndpoint({ region: 'eu-central-1' });
  expect(new Set(Object.values(endpoints))).toEqual(new Set(['http://127.0.0.1:5000']));
  expect(isAwsEndpoint(endpoints.iam)).toBe(false);
});

test('an endpoint in code goes before the environment', async () => {
  setEnvironment({ AWS_ENDPOINT_URL: 'http://127.0.0.1:5000' });
  const options = { region: 'eu-central-1', endpoint: 'http://127.0.0.1:6000/x' };
  expect((await resolvedEndpoint(options)).sts).toBe('http://127.0.0.1:6000/x');
});

test.each([
  ['https://iam.amazonaws.com', true],
  ['https://iam.amazonaws.com.evil.example', false],
  ['https://amazonaws.com.evil.example', false],
  ['https://evilamazonaws.com', false],
  ['http://localhost:4566', false],
  ['', false],
])('isAwsEndpoint(%s) is %s', (url, expected) => {
  expect(isAwsEndpoint(url)).toBe(expected);
});

test('without a region anywhere: REGION_MISSING', async () => {
  setEnvironment({});
  await expect(resolvedEndpoint()).rejects.toMatchObject({ code: 'REGION_MISSING' });
});

test('without credentials anywhere: CREDENTIALS_MISSING', async () => {
  setEnvironment({});
  const { iam } = createClients({ region: 'eu-central-1' });
  const sent = ask('iam:ListUsers', () => iam.send(new ListUsersCommand({})));
  await expect(sent).rejects.toMatchObject({ code: 'CREDENTIALS_MISSING' });
});

test('requests say who sends them', async () => {
  let agent = '';
  const requestHandler = {
    handle: (request: { readonly headers: Readonly<Record<string, string>> }) => {
      agent = request.headers['user-agent'] ?? '';
      return Promise.reject(new Error('seen'));
    },
  };
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' };
  const { iam } = createClients({ region: 'x', credentials, requestHandler, maxAttempts: 1 });
  await iam.send(new ListUsersCommand({})).catch(() => {});
  expect(agent).toContain('app/rolecall');
});

test('clients of a service are made once per region, and not for other credentials', async () => {
  const make = vi.fn((config: { readonly region?: string }) => ({ region: config.region }));
  const clientIn = keepClients(make);
  const [one, other] = [createClients({ region: 'x' }), createClients({ region: 'x' })];
  expect(clientIn(one)).toBe(clientIn(one));
  expect(clientIn(one, 'y')).toBe(clientIn(one, 'y'));
  expect(clientIn(one, 'y')).toEqual({ region: 'y' });
  expect(clientIn(one)).toEqual({ region: 'x' });
  expect(clientIn(other, 'y')).not.toBe(clientIn(one, 'y'));
  expect(make).toHaveBeenCalledTimes(3);
});

test('a profile that asks for credentials asks once, however many regions there are', async () => {
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' };
  const provide = vi.fn(() => Promise.resolve(credentials));
  const requestHandler = { handle: () => Promise.reject(new Error('seen')) };
  const clients = createClients({
    region: 'x',
    credentials: provide,
    requestHandler,
    maxAttempts: 1,
  });
  const iamClient = keepClients((config) => new IAMClient(config));
  for (const client of [clients.iam, iamClient(clients, 'y'), iamClient(clients, 'z')]) {
    await client.send(new ListUsersCommand({})).catch(() => {});
  }
  expect(provide).toHaveBeenCalledTimes(1);
});
