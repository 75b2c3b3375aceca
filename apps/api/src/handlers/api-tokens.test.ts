import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createApiTokenVerifier } from '../identity/api-tokens.ts';
import { ask, openServiceStage, type ServiceStage } from './testing/service-stage.fixture.ts';

let stage: ServiceStage;
beforeAll(async () => {
  stage = await openServiceStage();
}, 120_000);
afterAll(() => stage?.close());

const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
const made = z.object({ id: z.string(), token: z.string() });
const items = z.object({ items: z.array(z.object({ id: z.string() })) });

test('a token is shown once, works, and is refused when it was revoked', async () => {
  const input = { name: 'portal', scopes: ['accounts:read'], expiresAt };
  const answer = await ask(stage, 'POST /v1/api-tokens', { body: input });
  expect(answer).toMatchObject({
    status: 201,
    body: { ...input, roles: [], actor: { name: 'ada' } },
  });
  const { id, token } = made.parse(answer.body);
  expect(answer.location).toBe(`/v1/api-tokens/${id}`);
  const stored = await stage.deps.store.apiTokens.get(id);
  expect(JSON.stringify(stored)).not.toContain(token);
  const { store, now } = stage.deps;
  const verifier = createApiTokenVerifier({
    store: { get: store.apiTokens.get, noteUse: async () => {} },
    now,
  });
  expect(await verifier.verify(token)).toMatchObject({ scopes: ['accounts:read'] });
  const read = await ask(stage, `GET /v1/api-tokens/${id}`);
  expect(JSON.stringify(read.body)).not.toContain(token);
  expect(await ask(stage, `DELETE /v1/api-tokens/${id}`)).toMatchObject({ status: 204 });
  await expect(verifier.verify(token)).rejects.toMatchObject({ reason: 'revoked' });
  expect(await ask(stage, `GET /v1/api-tokens/${id}`)).toMatchObject({ status: 404 });
  expect(await ask(stage, `DELETE /v1/api-tokens/${id}`)).toMatchObject({ status: 404 });
});

test.each<[string, 'administrator' | 'administrator#t1', object, number, string]>([
  ['by a token', 'administrator#t1', {}, 403, 'forbidden'],
  [
    'for what the caller may not do',
    'administrator',
    { scopes: ['role-requests:write'] },
    403,
    'forbidden',
  ],
  ['with a role that may more', 'administrator', { roles: ['requester'] }, 403, 'forbidden'],
  ['that has expired', 'administrator', { expiresAt: '2020-01-01T00:00:00Z' }, 422, 'body-invalid'],
  [
    'that ends after all years',
    'administrator',
    { expiresAt: '9999-12-31T23:59:59-23:59' },
    422,
    'body-invalid',
  ],
  ['without an end', 'administrator', { expiresAt: undefined }, 422, 'body-invalid'],
])('no token is made %s', async (_, as, more, status, code) => {
  const body = { name: 'x', expiresAt, ...more };
  expect(await ask(stage, 'POST /v1/api-tokens', { as, body })).toMatchObject({
    status,
    body: { code },
  });
});

test.each<[object, object]>([
  [{ roles: ['machine'] }, { roles: ['machine'], scopes: null, actor: { kind: 'machine' } }],
  [
    { roles: ['requester'], scopes: ['grants:read'] },
    { roles: ['requester'], scopes: ['grants:read'] },
  ],
])('a machine with %j', async (more, expected) => {
  const body = { name: 'bot', expiresAt, ...more };
  expect(await ask(stage, 'POST /v1/api-tokens', { body })).toMatchObject({
    status: 201,
    body: expected,
  });
});

test('administrators see all, others their own', async () => {
  await ask(stage, 'POST /v1/api-tokens', { body: { name: 'x', expiresAt } });
  const all = items.parse(
    (await ask(stage, 'GET /v1/api-tokens', { as: 'administrator/ben' })).body,
  ).items;
  expect(all.length).toBeGreaterThan(0);
  const others = await ask(stage, 'GET /v1/api-tokens', { as: 'auditor/cleo' });
  expect(items.parse(others.body).items).toEqual([]);
  const own = await ask(stage, 'GET /v1/api-tokens', { as: 'auditor/ada' });
  expect(items.parse(own.body).items).toEqual(all);
  const [first] = all;
  expect(await ask(stage, `GET /v1/api-tokens/${first?.id}`, { as: 'auditor/cleo' })).toMatchObject(
    { status: 404 },
  );
});
