import { afterAll, beforeAll, expect, test } from 'vitest';
import { expireSecrets } from '../use-cases/secrets/expire-secrets.ts';
import {
  custodian,
  decrypt,
  dumpOf,
  listening,
  listSecrets,
  openSecretsStage,
  orphansAfter,
  orphansOf,
  queueSignIns,
  type SecretsStage,
  second,
} from './testing/secrets-stage.fixture.ts';
import { ask, attempt } from './testing/service-stage.fixture.ts';

let stage: SecretsStage;
const said: string[] = [];
beforeAll(async () => {
  stage = await openSecretsStage();
}, 120_000);
afterAll(() => stage?.close());

async function made() {
  const queued = await queueSignIns(stage);
  const { applicationId } = queued;
  await stage.jobs.apply({ applicationId }, attempt(stage, { log: listening(said) }));
  const { body } = await ask(stage, `GET /v1/applications/${applicationId}`);
  expect(body).toMatchObject({ state: 'succeeded', failure: null });
  return { ...queued, secrets: await listSecrets(stage, applicationId) };
}

const reading = (id: string) => `POST /v1/secrets/${id}/reading` as const;
const seen = { 'if-match': '"1"' };
const eventsOf = (id: string) =>
  stage.deps.store.auditEvents.list({
    after: 0,
    limit: 100,
    filter: { subject: `secrets/${id}` },
  });

test('a password and a key wait, each to be fetched once', async () => {
  const { accountId, applicationId, secrets } = await made();
  expect(secrets.map(({ kind }) => kind).sort()).toEqual(['access-key', 'password']);
  for (const { id, kind } of secrets) {
    const about = {
      ...{ applicationId, accountId, user: 'ada', kind, settled: true },
      recipients: [expect.stringMatching(/^SHA256:/), expect.stringMatching(/^SHA256:/)],
    };
    const waits = await ask(stage, `GET /v1/secrets/${id}`, { as: 'auditor' });
    expect(waits).toMatchObject({ status: 200, etag: '"1"', body: { ...about, state: 'waiting' } });
    expect(waits.body).not.toHaveProperty('ciphertext');
    const first = await ask(stage, reading(id), { headers: seen });
    expect(first).toMatchObject({ status: 200, body: { ...about, state: 'read' } });
    for (const identity of [custodian, second])
      expect(await decrypt(first.body, identity)).toMatchObject({ kind, user: 'ada' });
    const again = await ask(stage, reading(id), { headers: seen });
    expect(again).toMatchObject({ status: 410, body: { code: 'secret-gone' } });
    expect(await ask(stage, `GET /v1/secrets/${id}`)).toMatchObject({
      body: { state: 'read', readBy: { name: 'ada' }, readAt: expect.any(String) },
    });
    const told = await eventsOf(id);
    expect(told.map(({ type, actor }) => [type, actor.kind])).toEqual([
      ['secret.kept', 'service'],
      ['secret.read', 'person'],
    ]);
  }
  expect(await dumpOf(stage)).not.toContain('AGE ENCRYPTED');
  const whatHappened = await ask(stage, `GET /v1/applications/${applicationId}/events?limit=100`);
  expect(whatHappened.body).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({
        type: 'application.secret-delivered',
        data: expect.objectContaining({ user: 'ada', place: expect.stringMatching(/^\/v1\/sec/) }),
      }),
    ]),
  });
});

test('an answer is kept by nobody on its way, nor under an Idempotency-Key', async () => {
  const { secrets } = await made();
  const [{ id } = { id: '' }] = secrets;
  const headers = {
    ...seen,
    authorization: 'Bearer administrator',
    'idempotency-key': 'k-1234567',
  };
  const send = () =>
    stage.app.inject({ method: 'POST', url: `/v1/secrets/${id}/reading`, headers });
  const first = await send();
  expect(first.statusCode).toBe(200);
  expect(first.headers['cache-control']).toBe('no-store');
  expect((await send()).statusCode).toBe(410);
});

test('of two who read at once, one has it', async () => {
  const { secrets } = await made();
  for (const { id } of secrets) {
    const both = await Promise.all([1, 2].map(() => ask(stage, reading(id), { headers: seen })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  }
});

test.each([
  ['auditor', 403, 200],
  ['approver', 403, 200],
  ['requester', 403, 403],
  ['security', 403, 403],
  // It applies plans, and did not apply this one.
  ['machine/robot', 403, 200],
] as const)('%s: fetches %i, sees %i', async (as, fetches, sees) => {
  const { applicationId, secrets } = await made();
  const [{ id } = { id: '' }] = secrets;
  expect(await ask(stage, reading(id), { as, headers: seen })).toMatchObject({ status: fetches });
  expect(await ask(stage, `GET /v1/secrets/${id}`, { as })).toMatchObject({ status: sees });
  const list = `GET /v1/applications/${applicationId}/secrets` as const;
  expect(await ask(stage, list, { as })).toMatchObject({ status: sees });
});

test('a machine fetches what it had applied itself', async () => {
  const { secrets } = await made();
  const [{ id } = { id: '' }] = secrets;
  // The one of the fixture is the same actor as who applied.
  const read = await ask(stage, reading(id), { as: 'machine', headers: seen });
  expect(read).toMatchObject({ status: 200 });
});

test('who has not looked before does not fetch', async () => {
  const { secrets } = await made();
  const [{ id } = { id: '' }] = secrets;
  expect(await ask(stage, reading(id))).toMatchObject({ status: 428 });
  const other = await ask(stage, reading(id), { headers: { 'if-match': '"7"' } });
  expect(other).toMatchObject({ status: 412 });
  expect(await ask(stage, `GET /v1/secrets/${id}`)).toMatchObject({ body: { state: 'waiting' } });
  const missing = await ask(stage, reading('01931f6e-8a00-7c31-9f00-000000000006'), {
    headers: seen,
  });
  expect(missing).toMatchObject({ status: 404 });
});

test('what nobody fetched within a day is deleted, and people are told', async () => {
  const { secrets } = await made();
  const log = listening(said);
  const expire = (hours: number) => {
    const now = () => new Date(stage.deps.now().getTime() + hours * 3_600_000);
    return expireSecrets({ store: stage.deps.store, now }, log);
  };
  await expire(23);
  for (const { id } of secrets)
    expect(await ask(stage, `GET /v1/secrets/${id}`)).toMatchObject({ body: { state: 'waiting' } });
  await expire(24);
  await expire(25);
  for (const { id } of secrets) {
    expect(await ask(stage, `GET /v1/secrets/${id}`)).toMatchObject({ body: { state: 'expired' } });
    expect(await ask(stage, reading(id), { headers: seen })).toMatchObject({ status: 410 });
    const types = (await eventsOf(id)).map(({ type }) => type);
    expect(types).toEqual(['secret.kept', 'secret.expired']);
  }
  expect(await dumpOf(stage)).not.toContain('AGE ENCRYPTED');
});

test('the clear text stands nowhere in what the service writes', async () => {
  const before = stage.canaries.size;
  const { accountId, applicationId, planId, secrets } = await made();
  expect(stage.canaries.size).toBe(before + 2);
  const answers: unknown[] = [];
  for (const path of [
    ...[`/v1/plans/${planId}`, `/v1/applications/${applicationId}`],
    ...[`/v1/applications/${applicationId}/events?limit=100`, `/v1/accounts/${accountId}`],
    ...[`/v1/applications/${applicationId}/secrets`, '/v1/audit-events?limit=100'],
  ])
    answers.push(await ask(stage, `GET ${path}`));
  const ndjson = { accept: 'application/x-ndjson' };
  answers.push(await ask(stage, 'GET /v1/audit-events', { headers: ndjson }));
  const waiting = await dumpOf(stage);
  for (const { id } of secrets) answers.push(await ask(stage, reading(id), { headers: seen }));
  expect(stage.logged()).toContain('"level":');
  expect(waiting).toContain('AGE ENCRYPTED');
  const places = {
    answers: JSON.stringify(answers),
    ...{ logged: stage.logged(), said: said.join(), waiting, read: await dumpOf(stage) },
  };
  for (const canary of stage.canaries)
    for (const [place, text] of Object.entries(places)) {
      const written = JSON.stringify(canary).slice(1, -1);
      expect([place, text.includes(canary) || text.includes(written)]).toEqual([place, false]);
    }
});

test('where it goes wrong, and the job comes again, nothing is live that nobody has', async () => {
  const { steps } = await undisturbed();
  // Every step: secrets.full.test.ts.
  const tricky = ['CreateLoginProfile', 'CreateAccessKey'].map((name) => steps.indexOf(name) + 1);
  for (const at of tricky.flatMap((step) => [step - 1, step, step + 1])) {
    expect(at).toBeGreaterThan(0);
    expect(await orphansAfter(stage, { at })).toMatchObject({ orphans: [], state: 'succeeded' });
  }
  for (const at of tricky)
    expect(await orphansAfter(stage, { at, mishap: 'loses-answer' })).toMatchObject({
      orphans: [],
    });
});

test('where it died in its last attempt, another job goes on, or takes keys away that nobody has', async () => {
  const { steps } = await undisturbed();
  const at = steps.indexOf('CreateAccessKey') + 1;
  for (const [tooOften, state] of [
    [false, 'succeeded'],
    [true, 'failed'],
  ] as const) {
    const died = await orphansAfter(stage, { at, wasLast: true, tooOften });
    expect(died).toMatchObject({ last: 'CreateAccessKey', orphans: [], state });
  }
});

async function undisturbed() {
  const queued = await queueSignIns(stage);
  stage.arm(Number.POSITIVE_INFINITY);
  await stage.mortalJobs.apply({ applicationId: queued.applicationId }, attempt(stage));
  const steps = [...stage.steps];
  stage.revive();
  expect(await orphansOf(stage, queued)).toEqual([]);
  return { steps };
}
