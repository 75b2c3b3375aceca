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
    { VersionIdsToStages: { a: ['AWSCURRENT'] } },
  ]);
  expect(await store.versions('sealed/x')).toEqual({ a: ['AWSCURRENT'] });
  await store.create('sealed/x', 'alias/key');
  await store.put('sealed/x', { id: 'b'.repeat(32), value: secretOf('hunter2'), label: 'pending' });
  await store.promote('sealed/x', { id: 'b'.repeat(32), from: 'a', label: 'pending' });
  expect(asked.map(({ target }) => target.split('.')[1])).toEqual([
    'DescribeSecret',
    'CreateSecret',
    'PutSecretValue',
    'UpdateSecretVersionStage',
    'UpdateSecretVersionStage',
  ]);
  expect(asked[0]?.host).toContain('eu-central-1');
  expect(asked[2]?.body).toMatchObject({ SecretString: 'hunter2', VersionStages: ['pending'] });
  expect(logged).toEqual([]);
});

it('tells a secret that is not there from one that may not be read', async () => {
  const { store } = storeThat(({ body }) =>
    body['SecretId'] === 'gone'
      ? [400, { __type: 'ResourceNotFoundException', message: 'no' }]
      : [400, { __type: 'AccessDeniedException', message: 'User: arn is not authorized' }],
  );
  expect(await store.versions('gone')).toBeUndefined();
  await expect(store.versions('theirs')).rejects.toMatchObject({ code: 'ACCESS_DENIED' });
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
