import { checks } from '@rolecall/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { encodeCursor } from '../http/cursor.ts';
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
const page = z.object({
  items: z.array(z.object({ check: z.string(), outcome: z.string(), severity: z.string() })),
  nextCursor: z.string().optional(),
});

async function run(scenario: string, body: object): Promise<string> {
  const accountId = await addSandbox(stage, scenario);
  const started = await ask(stage, `POST /v1/accounts/${accountId}/check-runs`, { body });
  expect(started).toMatchObject({ status: 202, body: { state: 'queued', accountId } });
  const checkRunId = idOf(started.body);
  await stage.jobs['check-run']({ checkRunId }, attempt(stage));
  return checkRunId;
}

test('a run keeps its findings in pages', async () => {
  const id = await run('neglected', {});
  const { body } = await ask(stage, `GET /v1/check-runs/${id}`);
  const { counts } = z.object({ counts: z.record(z.string(), z.number()) }).parse(body);
  expect(body).toMatchObject({ state: 'succeeded', failure: null });
  const seen: z.output<typeof page>['items'] = [];
  let cursor = '';
  do {
    const found = page.parse(
      (await ask(stage, `GET /v1/check-runs/${id}/findings?limit=30${cursor}`)).body,
    );
    seen.push(...found.items);
    cursor = found.nextCursor === undefined ? '' : `&cursor=${found.nextCursor}`;
  } while (cursor !== '');
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(seen).toHaveLength(total);
  expect(new Set(seen.map(({ check }) => check))).toEqual(
    new Set(checks.filter(({ optIn }) => optIn !== true).map((one) => one.id)),
  );
  const worst = page.parse(
    (await ask(stage, `GET /v1/check-runs/${id}/findings?outcome=fail&severity=high`)).body,
  ).items;
  expect(worst.length).toBeGreaterThan(0);
  for (const { outcome, severity } of worst) {
    expect([outcome, ['high', 'critical'].includes(severity)]).toEqual(['fail', true]);
  }
});

test('only the checks that are named are run', async () => {
  const id = await run('good', { checks: ['root-mfa-enabled'] });
  const { items } = page.parse((await ask(stage, `GET /v1/check-runs/${id}/findings`)).body);
  expect(items.map(({ check }) => check)).toEqual(['root-mfa-enabled']);
});

test('a cursor beyond all positions is none of ours', async () => {
  const accountId = await addSandbox(stage);
  const { location } = await ask(stage, `POST /v1/accounts/${accountId}/check-runs`, { body: {} });
  const cursor = encodeCursor({ createdAt: '2026-01-01T00:00:00Z', id: '9'.repeat(15) });
  const answer = await ask(stage, `GET ${location}/findings?cursor=${cursor}`);
  expect(answer).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
});

test('a check that is not there is refused', async () => {
  const accountId = await addSandbox(stage);
  const body = { checks: ['root-mfa-enabled', 'no-such-check'] };
  expect(await ask(stage, `POST /v1/accounts/${accountId}/check-runs`, { body })).toMatchObject({
    status: 422,
    body: { code: 'body-invalid', errors: [{ pointer: '/checks/1' }] },
  });
});

test('a run of an account that is gone ends as failed', async () => {
  const accountId = await addSandbox(stage);
  const started = await ask(stage, `POST /v1/accounts/${accountId}/check-runs`, { body: {} });
  const { etag } = await ask(stage, `GET /v1/accounts/${accountId}`);
  await ask(stage, `DELETE /v1/accounts/${accountId}`, { headers: { 'if-match': etag } });
  const checkRunId = idOf(started.body);
  await stage.jobs['check-run']({ checkRunId }, attempt(stage));
  const { body } = await ask(stage, `GET /v1/check-runs/${checkRunId}`);
  expect(body).toMatchObject({ state: 'failed', counts: {} });
});

test('the catalogue of checks and of blueprints is as the contract says', async () => {
  expect(await ask(stage, 'GET /v1/checks')).toMatchObject({ status: 200 });
  const list = await ask(stage, 'GET /v1/blueprints');
  const { items } = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(list.body);
  expect(items.length).toBeGreaterThan(10);
  for (const { id } of items) {
    expect(await ask(stage, `GET /v1/blueprints/${id}`)).toMatchObject({
      status: 200,
      body: { id },
    });
  }
  expect(await ask(stage, 'GET /v1/blueprints/none')).toMatchObject({ status: 404 });
});
