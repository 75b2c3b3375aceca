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

function manifestFor(account: string, groups: object): string {
  const head = { version: 1, scope: 'platform', account, prune: {} };
  return JSON.stringify({ ...head, groups: { keep: {}, ...groups } });
}

async function plan(account: string, groups: object): Promise<string> {
  const body = { accountId: account, manifest: manifestFor(account, groups) };
  const made = await ask(stage, 'POST /v1/plans', { body });
  expect(made).toMatchObject({ status: 201 });
  return idOf(made.body);
}

async function apply(planId: string): Promise<string> {
  const asked = await ask(stage, 'POST /v1/applications', { body: { planId } });
  expect(asked).toMatchObject({ status: 202 });
  const applicationId = idOf(asked.body);
  await stage.jobs.apply({ applicationId }, attempt(stage));
  const { body } = await ask(stage, `GET /v1/applications/${applicationId}`);
  expect(body).toMatchObject({ state: 'succeeded' });
  return applicationId;
}

const back = (applicationId: string) =>
  ask(stage, `POST /v1/applications/${applicationId}/rollback`);
const reader = { managedPolicies: ['ReadOnlyAccess'] };

test('what an application did is taken back by a plan like others', async () => {
  const account = await addSandbox(stage);
  const before = await plan(account, { readers: {} });
  await apply(before);
  const applicationId = await apply(await plan(account, { readers: reader, new: {} }));

  const made = await back(applicationId);
  expect(made).toMatchObject({ status: 201, body: { rollbackOf: applicationId, refusals: [] } });
  const planId = idOf(made.body);
  expect(made.location).toBe(`/v1/plans/${planId}`);
  expect((await ask(stage, `GET /v1/plans/${planId}`)).body).toEqual(made.body);
  const { body } = await ask(stage, `GET /v1/plans/${planId}`);
  expect(body).toMatchObject({
    plan: {
      changes: [
        { kind: 'update', resource: 'group/readers' },
        { kind: 'delete', resource: 'group/new', departed: { kind: 'rolled-back' } },
      ],
    },
  });
  await apply(planId);
  const after = await ask(stage, `GET /v1/plans/${await plan(account, { readers: {} })}`);
  expect(after.body).toMatchObject({ plan: { changes: [] } });
  // Nothing is left to take back.
  expect((await back(applicationId)).body).toMatchObject({ plan: { changes: [] } });
});

test('what is not through yet is not taken back, nor is what is not there', async () => {
  const account = await addSandbox(stage);
  const planId = await plan(account, { waiting: {} });
  const asked = await ask(stage, 'POST /v1/applications', { body: { planId } });
  expect(await back(idOf(asked.body))).toMatchObject({
    status: 409,
    body: { code: 'state-conflict' },
  });
  expect(await back('01931f6e-8a00-7c31-9f00-000000000099')).toMatchObject({ status: 404 });
});

test('what somebody else has changed since is not taken away', async () => {
  const account = await addSandbox(stage);
  await apply(await plan(account, { readers: {} }));
  const applicationId = await apply(await plan(account, { readers: reader }));
  const kept = idOf((await back(applicationId)).body);
  await apply(await plan(account, { readers: {} }));
  await apply(await plan(account, { readers: {}, new: {} }));
  // By now there is nothing of it that could be taken back.
  const asked = await ask(stage, 'POST /v1/applications', { body: { planId: kept } });
  await stage.jobs.apply({ applicationId: idOf(asked.body) }, attempt(stage));
  const { body } = await ask(stage, `GET /v1/applications/${idOf(asked.body)}`);
  expect(body).toMatchObject({ state: 'succeeded', report: null });

  const made = await apply(await plan(account, { readers: {}, new: {}, late: {} }));
  await apply(await plan(account, { readers: {}, new: {}, late: reader }));
  expect(await back(made)).toMatchObject({
    status: 409,
    body: { code: 'plan-changed', errors: [{ message: expect.stringContaining('group/late') }] },
  });
});

test('a plan is told as drift, too', async () => {
  const account = await addSandbox(stage);
  await apply(await plan(account, { readers: reader, old: {} }));
  const planId = await plan(account, { readers: {}, new: {} });
  const { status, body } = await ask(stage, `GET /v1/plans/${planId}/drift`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    planId,
    account,
    drifted: [
      { kind: 'missing', resource: 'group/new' },
      { kind: 'changed', resource: 'group/readers', facets: [{ declared: null }] },
      { kind: 'undeclared', resource: 'group/old' },
    ],
  });
  expect(await ask(stage, `GET /v1/plans/${'0'.repeat(64)}/drift`)).toMatchObject({ status: 404 });
});
