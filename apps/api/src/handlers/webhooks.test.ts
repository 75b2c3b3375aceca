import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { endpointSecrets } from '../notify/endpoint-secrets.ts';
import { ask, openServiceStage, type ServiceStage } from './testing/service-stage.fixture.ts';

let stage: ServiceStage;
beforeAll(async () => {
  stage = await openServiceStage();
}, 120_000);
afterAll(() => stage?.close());

const input = { url: 'https://hooks.internal/rolecall', events: ['grant.activated'] };
const made = z.object({ id: z.string(), secret: z.string() });

test('a secret is shown once, and rotated into a second', async () => {
  const answer = await ask(stage, 'POST /v1/webhook-endpoints', { body: input });
  expect(answer).toMatchObject({ status: 201, etag: '"1"', body: { ...input, state: 'enabled' } });
  const { id, secret } = made.parse(answer.body);
  const path = `/v1/webhook-endpoints/${id}` as const;
  expect(answer.location).toBe(path);
  expect(secret).toMatch(/^whsec_/);
  const read = await ask(stage, `GET ${path}`);
  const list = await ask(stage, 'GET /v1/webhook-endpoints');
  expect(JSON.stringify([read.body, list.body])).not.toContain('secret');

  const rotated = await ask(stage, `POST ${path}/secret-rotation`, {
    headers: { 'if-match': '"1"' },
  });
  const { secret: second } = made.parse(rotated.body);
  expect(rotated).toMatchObject({ status: 200, etag: '"2"' });
  const stored = await stage.deps.store.webhookEndpoints.get(id);
  if (stored === undefined) throw new Error('The endpoint is not there.');
  expect(JSON.stringify(stored)).not.toContain(secret);
  const { sealer, now } = stage.deps;
  expect(endpointSecrets(stored, { sealer, now: now() })).toEqual([second, secret]);
});

test.each([
  'http://example.com/hook',
  'https://127.0.0.1/hook',
  'https://[::1]/hook',
  'https://user:word@example.com/hook',
])('events are not sent to %s', async (url) => {
  const answer = await ask(stage, 'POST /v1/webhook-endpoints', { body: { ...input, url } });
  expect(answer.status).toBe(422);
  expect(
    z.object({ code: z.enum(['webhook-url-refused', 'body-invalid']) }).safeParse(answer.body)
      .success,
  ).toBe(true);
});

test('an endpoint is tested, switched off and removed', async () => {
  const { id } = made.parse((await ask(stage, 'POST /v1/webhook-endpoints', { body: input })).body);
  const path = `/v1/webhook-endpoints/${id}` as const;
  const tested = await ask(stage, `POST ${path}/test`);
  expect(tested).toMatchObject({
    status: 202,
    body: { endpointId: id, eventType: 'webhook.test', state: 'pending' },
  });
  expect((await ask(stage, `GET ${path}/deliveries`)).body).toMatchObject({
    items: [{ endpointId: id }],
  });
  const off = { body: { state: 'disabled' }, headers: { 'if-match': '"1"' } };
  expect(await ask(stage, `PATCH ${path}`, off)).toMatchObject({
    status: 200,
    body: { ...input, state: 'disabled' },
  });
  expect(await ask(stage, `POST ${path}/test`)).toMatchObject({ status: 409 });
  expect(await ask(stage, `DELETE ${path}`, { headers: { 'if-match': '"1"' } })).toMatchObject({
    status: 412,
  });
  expect(await ask(stage, `DELETE ${path}`, { headers: { 'if-match': '"2"' } })).toMatchObject({
    status: 204,
  });
  expect(await ask(stage, `GET ${path}/deliveries`)).toMatchObject({ status: 404 });
});
