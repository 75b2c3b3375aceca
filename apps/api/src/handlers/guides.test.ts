import { guides } from '@rolecall/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  addSandbox,
  ask,
  attempt,
  openServiceStage,
  type ServiceStage,
} from './testing/service-stage.fixture.ts';

let stage: ServiceStage;
beforeAll(async () => {
  stage = await openServiceStage();
}, 120_000);
afterAll(() => stage?.close());

const idOf = (body: unknown) => z.object({ id: z.string() }).parse(body).id;
const walked = z.object({
  counts: z.record(z.string(), z.number()),
  result: z.object({
    applicability: z.object({ kind: z.string(), successor: z.string().nullable() }),
    steps: z.array(z.object({ id: z.string(), state: z.string(), why: z.string() })),
    manifest: z
      .object({ text: z.string(), added: z.array(z.string()), needs: z.array(z.string()) })
      .nullable(),
  }),
});

async function walk(accountId: string, body: object) {
  const started = await ask(stage, `POST /v1/accounts/${accountId}/guide-walks`, { body });
  expect(started).toMatchObject({ status: 202, body: { state: 'queued', result: null } });
  const guideWalkId = idOf(started.body);
  await stage.jobs['guide-walk']({ guideWalkId }, attempt(stage));
  const answer = await ask(stage, `GET ${started.location}`, { as: 'auditor' });
  expect(answer.body).toMatchObject({ state: 'succeeded', failure: null });
  return { id: guideWalkId, ...walked.parse(answer.body) };
}

test('every guide is as the contract says, for everybody', async () => {
  const list = await ask(stage, 'GET /v1/guides', { as: 'requester' });
  const { items } = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(list.body);
  expect(items.map(({ id }) => id)).toEqual(guides.map(({ id }) => id));
  for (const { id } of items) {
    const guide = await ask(stage, `GET /v1/guides/${id}`, { as: 'requester' });
    expect(guide).toMatchObject({ status: 200, body: { id } });
  }
  expect(await ask(stage, 'GET /v1/guides/none')).toMatchObject({ status: 404 });
});

test('what a walk finds missing is planned and applied; walked again, it is done', async () => {
  const accountId = await addSandbox(stage, 'good');
  const guide = 'ecs-express';
  const first = await walk(accountId, { guide });
  expect(first.counts['missing']).toBeGreaterThan(0);
  const { manifest } = first.result;
  expect(manifest).toMatchObject({ needs: [] });
  const plan = await ask(stage, 'POST /v1/plans', {
    body: { accountId, manifest: manifest?.text },
  });
  expect(plan).toMatchObject({ status: 201, body: { plan: { scope: 'rolecall' } } });
  const applied = await ask(stage, 'POST /v1/applications', { body: { planId: idOf(plan.body) } });
  await stage.jobs.apply({ applicationId: idOf(applied.body) }, attempt(stage));
  const second = await walk(accountId, { guide, manifest: manifest?.text });
  expect(second.counts['missing'] ?? 0).toBe(0);
  expect(second.result.manifest).toBeNull();
  const list = await ask(stage, `GET /v1/accounts/${accountId}/guide-walks?limit=1&guide=${guide}`);
  expect(list.body).toMatchObject({ items: [{ id: second.id }], nextCursor: expect.any(String) });
});

test('an account that never used a closed service is told what to follow instead', async () => {
  const { result } = await walk(await addSandbox(stage, 'good'), { guide: 'app-runner' });
  expect(result.applicability).toMatchObject({ kind: 'not-applicable', successor: 'ecs-express' });
  expect(result.steps).toEqual([]);
  expect(result.manifest).toBeNull();
});

test('the manifest that is given is kept, with what is missing put into it', async () => {
  const accountId = await addSandbox(stage, 'good');
  const given = `version: 1\nscope: platform # ours\naccount: "${accountId}"\ngroups:\n  readers: {}\n`;
  const { result } = await walk(accountId, { guide: 'ecs-express', manifest: given });
  expect(result.manifest?.text.startsWith(given)).toBe(true);
  expect(result.manifest?.added.length).toBeGreaterThan(0);
});

test('what only a person can tell is named, and may be told', async () => {
  const accountId = await addSandbox(stage, 'untouched');
  const guide = 'github-actions-oidc';
  const { result } = await walk(accountId, { guide });
  expect(result.manifest?.needs).toContain('organization');
  const values = {
    organization: 'acme',
    repository: 'shop',
    organizationId: '1234',
    repositoryId: '5678',
  };
  const told = await walk(accountId, { guide, values });
  expect(told.result.manifest).toMatchObject({ needs: [] });
  expect(told.result.manifest?.text).toContain('acme');
});

test.each([
  [{ guide: 'app-runer' }, 'body-invalid', '/guide'],
  [{ guide: 'aws-account', steps: ['nothing-like-it'] }, 'body-invalid', '/steps/0'],
  [{ guide: 'aws-account', values: { nothingLikeIt: 1 } }, 'body-invalid', '/values/nothingLikeIt'],
  [{ guide: 'aws-account', settings: { regions: ['x'] } }, 'body-invalid', '/settings/regions/0'],
  [
    { guide: 'aws-account', manifest: 'version: 1\nscope: a\naccount: "999999999999"\n' },
    'manifest-invalid',
    '/manifest',
  ],
])('%j is refused', async (body, code, pointer) => {
  const accountId = await addSandbox(stage);
  expect(await ask(stage, `POST /v1/accounts/${accountId}/guide-walks`, { body })).toMatchObject({
    status: 422,
    body: { code, errors: [{ pointer }] },
  });
});

test('a walk is started by who may check, and followed by who may see checks', async () => {
  const accountId = await addSandbox(stage);
  const body = { guide: 'aws-account' };
  const path = `/v1/accounts/${accountId}/guide-walks` as const;
  for (const as of ['requester', 'auditor', 'approver'] as const)
    expect(await ask(stage, `POST ${path}`, { as, body })).toMatchObject({ status: 403 });
  const headers = { 'idempotency-key': 'the-same-key-twice' };
  const started = await ask(stage, `POST ${path}`, { as: 'machine', body, headers });
  const again = await ask(stage, `POST ${path}`, { as: 'machine', body, headers });
  expect(again).toEqual(started);
  const guideWalkId = idOf(started.body);
  await stage.jobs['guide-walk']({ guideWalkId }, attempt(stage));
  const events = await ask(stage, `GET /v1/guide-walks/${guideWalkId}/events`, {
    as: 'auditor',
    headers: { accept: 'text/event-stream' },
  });
  expect(events.body).toMatch(/event: guide-walk.started[\s\S]+event: guide-walk.completed/);
  expect(await ask(stage, `GET /v1/guide-walks/${guideWalkId}`, { as: 'requester' })).toMatchObject(
    {
      status: 403,
    },
  );
});

test('a walk that was cut off, or whose account is gone, ends as failed', async () => {
  const accountId = await addSandbox(stage);
  const body = { guide: 'aws-account' };
  const start = async () =>
    idOf((await ask(stage, `POST /v1/accounts/${accountId}/guide-walks`, { body })).body);
  const [cut, orphan] = [await start(), await start()];
  await stage.deps.store.transaction(async (tx) => {
    await tx.guideWalks.updateIf(cut, 1, { state: 'running' });
  });
  const { etag } = await ask(stage, `GET /v1/accounts/${accountId}`);
  await ask(stage, `DELETE /v1/accounts/${accountId}`, { headers: { 'if-match': etag } });
  for (const guideWalkId of [cut, orphan]) {
    await stage.jobs['guide-walk']({ guideWalkId }, attempt(stage));
    const { body: seen } = await ask(stage, `GET /v1/guide-walks/${guideWalkId}`);
    expect(seen).toMatchObject({ state: 'failed', result: null, failure: expect.any(String) });
  }
});
