import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { verifyAccountJob } from '../use-cases/accounts/verify-account-job.ts';
import { applyJob } from '../use-cases/plans/apply-job.ts';
import {
  addSandbox,
  ask,
  attempt,
  openServiceStage,
  type ServiceStage,
  tellOfAttempts,
} from './testing/service-stage.fixture.ts';

// What becomes of work whose process was killed in its last attempt: a new job finds it begun.

let stage: ServiceStage;
beforeAll(async () => {
  stage = await openServiceStage();
}, 120_000);
afterAll(() => stage?.close());

const idOf = (body: unknown) => z.object({ id: z.string() }).parse(body).id;

async function requested(group: string): Promise<{ planId: string; applicationId: string }> {
  const account = await addSandbox(stage);
  const text = ['version: 1', 'scope: platform', `account: "${account}"`, 'groups:'];
  const manifest = [...text, `  ${group}: {}`, `  ${group}-too: {}`, ''].join('\n');
  const body = { accountId: account, manifest };
  const planId = idOf((await ask(stage, 'POST /v1/plans', { body })).body);
  const asked = await ask(stage, 'POST /v1/applications', { body: { planId } });
  return { planId, applicationId: idOf(asked.body) };
}

async function begun(table: 'applications' | 'checkRuns', id: string): Promise<void> {
  await stage.deps.store.transaction(async (tx) => {
    await tx[table].updateIf(id, 1, { state: 'running' });
  });
}

/** Tells of one operation of the plan, as the job does while it runs. */
async function told(applicationId: string, planId: string): Promise<string> {
  const { body } = await ask(stage, `GET /v1/plans/${planId}`);
  const operation = z.object({
    id: z.string(),
    action: z.string(),
    resource: z.string(),
    facet: z.string(),
  });
  const plan = z.object({ changes: z.array(z.object({ operations: z.array(operation) })) });
  const { changes } = z.object({ plan }).parse(body).plan;
  const [first] = changes.flatMap(({ operations }) => operations);
  if (first === undefined) throw new Error('the plan does nothing');
  const { id, action, resource, facet } = first;
  await stage.deps.store.transaction(async (tx) =>
    tx.audit({
      at: new Date().toISOString(),
      actor: { kind: 'service', id: 'service', name: 'Rolecall' },
      type: 'application.operation',
      subject: `applications/${applicationId}`,
      accountId: null,
      data: { id, action, resource, facet, status: 'done', message: null },
    }),
  );
  return id;
}

async function typesOf(subject: string): Promise<readonly string[]> {
  const query = { after: 0, limit: 100, filter: { subject } };
  return (await stage.deps.store.auditEvents.list(query)).map(({ type }) => type);
}

test('what somebody took back since is not done again: it ends as failed, with what is known, and gives its plan free', async () => {
  const { planId, applicationId } = await requested('cut');
  await begun('applications', applicationId);
  const done = await told(applicationId, planId);
  await stage.jobs.apply({ applicationId }, attempt(stage));
  const path = `GET /v1/applications/${applicationId}` as const;
  expect((await ask(stage, path)).body).toMatchObject({
    state: 'failed',
    failure: expect.stringMatching(/\b1 of [2-9].*changed that since/),
    report: { planId, interrupted: true, complete: false, results: [{ id: done, status: 'done' }] },
  });
  expect((await typesOf(`applications/${applicationId}`)).at(-1)).toBe('application.completed');
  const again = await ask(stage, 'POST /v1/applications', { body: { planId } });
  expect(again).toMatchObject({ status: 202 });
  const next = idOf(again.body);
  await stage.jobs.apply({ applicationId: next }, attempt(stage));
  const second = await ask(stage, `GET /v1/applications/${next}`);
  expect(second.body).toMatchObject({ state: 'succeeded' });
});

test('a plan is not held by an application that is not kept any more', async () => {
  const { planId, applicationId } = await requested('forgotten');
  await stage.jobs.apply({ applicationId }, attempt(stage));
  const apply = () => ask(stage, 'POST /v1/applications', { body: { planId } });
  expect(await apply()).toMatchObject({ status: 409 });
  const later = new Date(Date.now() + 86_400_000).toISOString();
  await stage.deps.store.transaction((tx) => tx.applications.deleteEndedBefore(later, 100));
  expect(await apply()).toMatchObject({ status: 202 });
});

test('an application that was not begun is begun', async () => {
  const { applicationId } = await requested('queued');
  await stage.jobs.apply({ applicationId }, attempt(stage));
  const { body } = await ask(stage, `GET /v1/applications/${applicationId}`);
  expect(body).toMatchObject({ state: 'succeeded' });
});

test('a second attempt goes on where the first was cut off', async () => {
  const { applicationId } = await requested('second');
  await begun('applications', applicationId);
  await stage.jobs.apply({ applicationId }, attempt(stage, { attempt: 1 }));
  const { body } = await ask(stage, `GET /v1/applications/${applicationId}`);
  expect(body).toMatchObject({ state: 'succeeded' });
});

test('where the journal cannot be written nothing more is done, and the next job goes on', async () => {
  const { planId, applicationId } = await requested('broken');
  const { store } = stage.deps;
  let appended = 0;
  const broken: typeof store = {
    ...store,
    transaction: (work) =>
      store.transaction((tx) => {
        const append: typeof tx.journal.append = async (rows) => {
          appended += 1;
          // The run and its first change are written down.
          if (appended > 2) throw new Error('away');
          await tx.journal.append(rows);
        };
        return work({ ...tx, journal: { ...tx.journal, append } });
      }),
  };
  const job = applyJob({ ...stage.deps, store: broken });
  await expect(job({ applicationId }, attempt(stage))).rejects.toMatchObject({
    code: 'JOURNAL_INVALID',
  });
  expect(await store.applications.get(applicationId)).toMatchObject({ state: 'running' });
  await stage.jobs.apply({ applicationId }, attempt(stage));
  const { body } = await ask(stage, `GET /v1/applications/${applicationId}`);
  expect(body).toMatchObject({ state: 'succeeded', report: { planId, complete: true } });
});

test('an application that was begun ten times is not begun again', async () => {
  const { applicationId } = await requested('often');
  await begun('applications', applicationId);
  await tellOfAttempts(stage, applicationId, 10);
  await stage.jobs.apply({ applicationId }, attempt(stage));
  const { body } = await ask(stage, `GET /v1/applications/${applicationId}`);
  expect(body).toMatchObject({ state: 'failed', failure: expect.stringContaining('10 times') });
});

test('an application is not called cut off while another job still works in the account', async () => {
  const { applicationId } = await requested('busy');
  await begun('applications', applicationId);
  const holdAccount = () => Promise.reject(new Error('busy'));
  const context = attempt(stage, { holdAccount });
  await expect(stage.jobs.apply({ applicationId }, context)).rejects.toThrow('busy');
  const application = await stage.deps.store.applications.get(applicationId);
  expect(application).toMatchObject({ state: 'running' });
});

test('a check run ends as failed', async () => {
  const accountId = await addSandbox(stage);
  const asked = await ask(stage, `POST /v1/accounts/${accountId}/check-runs`, { body: {} });
  const checkRunId = idOf(asked.body);
  await begun('checkRuns', checkRunId);
  await stage.jobs['check-run']({ checkRunId }, attempt(stage));
  const { body } = await ask(stage, `GET /v1/check-runs/${checkRunId}`);
  expect(body).toMatchObject({ state: 'failed', failure: expect.any(String), counts: {} });
  expect((await typesOf(`check-runs/${checkRunId}`)).at(-1)).toBe('check-run.completed');
});

test('a defect of ours is the end of a verification in its last attempt only', async () => {
  const accountId = await addSandbox(stage);
  const { etag } = await ask(stage, `GET /v1/accounts/${accountId}`);
  const headers = { 'if-match': etag };
  await ask(stage, `POST /v1/accounts/${accountId}/verification`, { headers });
  const accounts = { ...stage.deps.accounts, verify: () => Promise.reject(new TypeError('no')) };
  const verify = verifyAccountJob({ ...stage.deps, accounts });
  const state = async () => (await stage.deps.store.accounts.get(accountId))?.state;
  const first = attempt(stage, { isLastAttempt: false });
  await expect(verify({ accountId }, first)).rejects.toThrow('no');
  const stopped = attempt(stage, { signal: AbortSignal.abort() });
  await expect(verify({ accountId }, stopped)).rejects.toThrow('no');
  expect(await state()).toBe('pending');
  await verify({ accountId }, attempt(stage));
  expect(await state()).toBe('failed');
});
