import { secretOf } from '@rolecall/core';
import { expect, it } from 'vitest';
import { createClients } from '../clients.ts';
import { createSecretsStore } from './create-secrets-store.ts';

interface Asked {
  readonly target: string;
  readonly host: string;
  readonly body: { readonly [member: string]: unknown };
}

function storeThat(answer: (asked: Asked) => readonly [status: number, body: object]) {
  const asked: Asked[] = [];
  const logged: unknown[] = [];
  const log = (...shown: readonly unknown[]) => void logged.push(...shown);
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'x' },
    maxAttempts: 1,
    logger: { trace: log, debug: log, info: log, warn: log, error: log },
    requestHandler: {
      metadata: { handlerProtocol: 'http/1.1' },
      handle: async (request: {
        readonly hostname: string;
        readonly headers: Readonly<Record<string, string>>;
        readonly body?: unknown;
      }) => {
        const target = request.headers['x-amz-target'] ?? '';
        const one = { target, host: request.hostname, body: JSON.parse(String(request.body)) };
        asked.push(one);
        const [statusCode, body] = answer(one);
        const headers = { 'content-type': 'application/x-amz-json-1.1' };
        return { response: { statusCode, headers, body: Buffer.from(JSON.stringify(body)) } };
      },
    },
  });
  return { store: createSecretsStore(clients, 'eu-central-1'), asked, logged };
}

it('asks Secrets Manager of its region, and shows no logger what it asks', async () => {
  const { store, asked, logged } = storeThat(() => [
    200,
    { ARN: 'arn:x', KmsKeyId: 'k', VersionIdsToStages: { a: ['AWSCURRENT'] } },
  ]);
  expect(await store.describe('sealed/x')).toEqual({
    ...{ arn: 'arn:x', tags: {}, kmsKeyId: 'k' },
    versions: { a: ['AWSCURRENT'] },
  });
  await store.create('sealed/x', { kmsKeyId: 'alias/key', tags: { mark: 'x' } });
  await store.put('sealed/x', { id: 'b'.repeat(32), value: secretOf('hunter2'), label: 'pending' });
  await store.moveLabel('sealed/x', { label: 'AWSCURRENT', from: 'a', to: 'b'.repeat(32) });
  await store.moveLabel('sealed/x', { label: 'pending', from: 'b'.repeat(32), to: undefined });
  expect(asked.map(({ target }) => target.split('.')[1])).toEqual([
    'DescribeSecret',
    'CreateSecret',
    'PutSecretValue',
    'UpdateSecretVersionStage',
    'UpdateSecretVersionStage',
  ]);
  expect(asked[0]?.host).toContain('eu-central-1');
  expect(asked[1]?.body).toMatchObject({
    KmsKeyId: 'alias/key',
    Tags: [{ Key: 'mark', Value: 'x' }],
  });
  expect(asked[4]?.body).not.toHaveProperty('MoveToVersionId');
  expect(asked[2]?.body).toMatchObject({ SecretString: 'hunter2', VersionStages: ['pending'] });
  expect(logged).toEqual([]);
});

it('tells a secret that is not there from one that may not be read', async () => {
  const { store } = storeThat(({ body }) =>
    body['SecretId'] === 'gone'
      ? [400, { __type: 'ResourceNotFoundException', message: 'no' }]
      : [400, { __type: 'AccessDeniedException', message: 'User: arn is not authorized' }],
  );
  expect(await store.describe('gone')).toBeUndefined();
  await expect(store.describe('theirs')).rejects.toMatchObject({ code: 'ACCESS_DENIED' });
});

it('tells that a secret is there already', async () => {
  const { store } = storeThat(() => [400, { __type: 'ResourceExistsException', message: 'is' }]);
  const made = store.create('x', { kmsKeyId: undefined, tags: {} });
  await expect(made).rejects.toMatchObject({ code: 'ENTITY_EXISTS' });
});

it('carries nothing of the request in an error', async () => {
  const { store } = storeThat(() => [
    400,
    { __type: 'InvalidRequestException', message: 'cannot take "hunter2"' },
  ]);
  const error = await store
    .put('x', { id: 'b'.repeat(32), value: secretOf('hunter2'), label: undefined })
    .then(
      () => undefined,
      (failure: Error) => failure,
    );
  expect(error?.message).toContain('***');
  expect(JSON.stringify([error, error?.cause, error?.stack])).not.toContain('hunter2');
});
