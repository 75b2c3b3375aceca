import { randomUUID } from 'node:crypto';
import { RolecallError } from '@rolecall/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { planSetJob } from '../use-cases/plan-sets/plan-set-job.ts';
import { manifestOf, plannedSet, readSet } from './testing/plan-sets.fixture.ts';
import {
  addSandbox,
  ask,
  attempt,
  openServiceStage,
  type ServiceStage,
} from './testing/service-stage.fixture.ts';

let stage: ServiceStage;
let careful: ServiceStage;
beforeAll(async () => {
  stage = await openServiceStage();
  careful = await openServiceStage({ fourEyes: true });
}, 120_000);
afterAll(() => Promise.all([stage, careful].map((each) => each?.close())));

const stranger = '999999999999';
const applied = z.looseObject({
  accounts: z.array(
    z.looseObject({
      name: z.string(),
      outcome: z.string(),
      applicationId: z.string().nullable(),
      refusal: z.looseObject({ code: z.string() }).nullable(),
    }),
  ),
});
const outcomesOf = (body: unknown) =>
  Object.fromEntries(applied.parse(body).accounts.map(({ name, outcome }) => [name, outcome]));

/** Of an account that four eyes look after. */
async function addVerified(id: string): Promise<string> {
  await careful.deps.store.transaction((tx) =>
    tx.accounts.insert({
      ...{ id, name: 'Trial', partition: 'aws', environment: 'production', owner: 'team' },
      ...{ access: { kind: 'sandbox', scenario: 'good' }, state: 'verified', failure: null },
      ...{ scope: 'rolecall', revision: 1, createdAt: '2026-11-21T10:00:00.000Z' },
    }),
  );
  return id;
}

test('each account gets a plan of its own, and what fails in one is told there', async () => {
  const [shop, lab] = [await addSandbox(stage), await addSandbox(stage)];
  const set = await plannedSet(stage, manifestOf({ shop, gone: stranger, lab }), {
    body: { partial: true },
  });
  expect(set).toMatchObject({
    scope: 'platform',
    state: 'failed',
    failure: '1 of 3 accounts could not be planned: gone.',
    counts: { accounts: 3, waiting: 0, planned: 2, failed: 1, changing: 2 },
    accounts: [
      { name: 'shop', accountId: shop, state: 'planned', tags: ['all'], application: null },
      { name: 'gone', state: 'failed', plan: null, failure: { code: 'account-unknown' } },
      { name: 'lab', accountId: lab, state: 'planned', plan: { changes: { create: 1 } } },
    ],
  });
  for (const { name, plan } of set.accounts.filter(({ state }) => state === 'planned')) {
    const { body } = await ask(stage, `GET /v1/plans/${plan?.id}`);
    expect(body).toMatchObject({ madeBy: { name: 'ada' }, plan: { scope: 'platform' } });
    expect(JSON.stringify(body)).toContain(`robot-${name}`);
  }
  const events = await ask(stage, `GET /v1/plan-sets/${set.id}/events`, {
    headers: { accept: 'text/event-stream' },
  });
  const types = String(events.body).match(/^event: .*$/gm) ?? [];
  expect([types[0], types.at(-1)]).toEqual([
    'event: plan-set.requested',
    'event: plan-set.completed',
  ]);
  expect(types.slice(1, -1).sort()).toEqual([
    'event: plan-set.account-failed',
    'event: plan-set.account-planned',
    'event: plan-set.account-planned',
  ]);
  const list = await ask(stage, 'GET /v1/plan-sets?limit=1');
  expect(list.body).toMatchObject({ items: [{ id: set.id, state: 'failed' }] });
});

test('what becomes possible in several accounts is said once', async () => {
  const [a, b] = [await addSandbox(stage), await addSandbox(stage)];
  const more = `  same:\n    inlinePolicies:\n      read: { Statement: { Effect: Allow, Action: 'iam:GetUser', Resource: 'arn:aws:iam::{{account.id}}:user/*' } }`;
  const { newlyGranted } = await plannedSet(stage, manifestOf({ a, b }, { more }));
  const both = newlyGranted.filter(({ accounts }) => accounts.length === 2);
  expect(both.map(({ text }) => text).join()).toContain('{account.id}');
  expect(newlyGranted.some(({ accounts }) => accounts.join() === 'a')).toBe(true);
  expect(newlyGranted.map(({ accounts }) => accounts.length)).toEqual(
    newlyGranted.map(({ accounts }) => accounts.length).toSorted((x, y) => y - x),
  );
});

test('a call that is repeated makes one set', async () => {
  const body = { manifest: manifestOf({ one: await addSandbox(stage) }) };
  const headers = { 'idempotency-key': randomUUID() };
  const both = [
    await ask(stage, 'POST /v1/plan-sets', { body, headers }),
    await ask(stage, 'POST /v1/plan-sets', { body, headers }),
  ];
  expect(both[1]?.body).toEqual(both[0]?.body);
});

const registered = () => addSandbox(stage);
test.each<[string, (id: string) => object, number, object]>([
  [
    'text that is no manifest',
    () => ({ manifest: 'version: [' }),
    422,
    { code: 'manifest-invalid' },
  ],
  [
    'a manifest for one account',
    (id) => ({ manifest: `version: 1\nscope: platform\naccount: "${id}"\n` }),
    422,
    { code: 'manifest-invalid', errors: [{ pointer: '/manifest', path: '/account' }] },
  ],
  [
    'an account that is not registered',
    (id) => ({ manifest: manifestOf({ one: id, other: stranger }) }),
    422,
    {
      code: 'account-unknown',
      errors: [
        { pointer: '/manifest', path: '/accounts/other/id', line: 5, code: 'account-unknown' },
      ],
    },
  ],
  [
    'an account twice',
    (id) => ({ manifest: manifestOf({ one: id, two: id }) }),
    422,
    { code: 'manifest-invalid', errors: [{ line: 5, message: expect.stringContaining('two') }] },
  ],
  [
    'a value that an account lacks',
    (id) => ({ manifest: manifestOf({ one: id }, { more: "  '{{values.who}}': {}" }) }),
    422,
    { code: 'manifest-invalid', errors: [{ pointer: '/manifest', line: expect.any(Number) }] },
  ],
  [
    'accounts that are discovered',
    (id) => ({ manifest: `${manifestOf({ one: id })}discoverAccounts: [{}]\n` }),
    422,
    { code: 'manifest-invalid', errors: [{ path: '/discoverAccounts/0' }] },
  ],
  [
    'the scope of a role request',
    (id) => ({ manifest: manifestOf({ one: id }, { scope: 'rq-0123456789ab' }) }),
    422,
    { code: 'manifest-invalid', errors: [{ path: '/scope' }] },
  ],
  [
    'a selector that means no account',
    (id) => ({ manifest: manifestOf({ one: id }), accounts: ['on', 'tag:none'] }),
    422,
    { code: 'body-invalid', errors: [{ pointer: '/accounts' }, { pointer: '/accounts' }] },
  ],
])('%s is refused', async (_, bodyOf, status, body) => {
  const asked = await ask(stage, 'POST /v1/plan-sets', { body: bodyOf(await registered()) });
  expect(asked).toMatchObject({ status, body });
});

test('of a manifest some accounts are chosen', async () => {
  const [one, two] = [await addSandbox(stage), await addSandbox(stage)];
  const manifest = manifestOf({ one, two, gone: stranger });
  const { accounts } = await plannedSet(stage, manifest, { body: { accounts: ['t*', one] } });
  expect(accounts.map(({ name, state }) => [name, state])).toEqual([
    ['one', 'planned'],
    ['two', 'planned'],
  ]);
});

test('all that may be is carried out, once', async () => {
  const [one, two] = [await addSandbox(stage), await addSandbox(stage)];
  const manifest = manifestOf({ one, gone: stranger, two });
  const body = { partial: true };
  const { id } = await plannedSet(stage, manifest, { body });
  const path = `POST /v1/plan-sets/${id}/applications` as const;
  const first = await ask(stage, path, { body: { accounts: ['one'] } });
  expect(first).toMatchObject({ status: 202, location: `/v1/plan-sets/${id}` });
  const second = await ask(stage, path, { body: {} });
  expect(outcomesOf(second.body)).toEqual({ one: 'already', gone: 'refused', two: 'queued' });
  for (const { applicationId } of applied.parse(second.body).accounts)
    if (applicationId !== null) await stage.jobs.apply({ applicationId }, attempt(stage));
  const done = await readSet(stage, id);
  expect(done.accounts.map(({ application }) => application?.state)).toEqual([
    'succeeded',
    undefined,
    'succeeded',
  ]);
  const again = await plannedSet(stage, manifest, { body });
  expect(again.counts).toMatchObject({ planned: 2, changing: 0, operations: 0 });
  const nothing = await ask(stage, `POST /v1/plan-sets/${again.id}/applications`, { body: {} });
  expect(outcomesOf(nothing.body)).toEqual({
    one: 'nothing-to-do',
    gone: 'refused',
    two: 'nothing-to-do',
  });
});

test('a set that is being planned, or is not there, is not carried out', async () => {
  const manifest = manifestOf({ one: await addSandbox(stage) });
  const asked = await ask(stage, 'POST /v1/plan-sets', { body: { manifest } });
  const apply = (path: string) => ask(stage, `POST ${path}/applications`, { body: {} });
  expect(await apply(asked.location)).toMatchObject({ status: 409 });
  expect(await apply(`/v1/plan-sets/${randomUUID()}`)).toMatchObject({ status: 404 });
});

test('each plan takes the approval that rules demand of it alone', async () => {
  const [one, two] = [await addVerified('720000000001'), await addVerified('720000000002')];
  const { id, accounts } = await plannedSet(careful, manifestOf({ one, two }));
  expect(accounts.map(({ plan }) => plan?.needsApproval)).toEqual([true, true]);
  const apply = (as: 'administrator' | 'administrator/ben') =>
    ask(careful, `POST /v1/plan-sets/${id}/applications`, { as, body: {} });
  expect(await apply('administrator')).toMatchObject({
    status: 403,
    body: { code: 'approval-needed', errors: [{ code: 'approval-needed' }, {}] },
  });
  const decide = (planId: string | undefined, as: 'approver/ben' | 'approver') =>
    ask(careful, `POST /v1/plans/${planId}/decisions`, { as, body: { decision: 'approve' } });
  const [first] = accounts;
  // Who asked for the set made its plans.
  expect(await decide(first?.plan?.id, 'approver')).toMatchObject({
    body: { code: 'self-approval' },
  });
  expect(await decide(first?.plan?.id, 'approver/ben')).toMatchObject({ status: 200 });
  expect(await apply('administrator/ben')).toMatchObject({ status: 409 });
  const partly = await apply('administrator');
  expect(outcomesOf(partly.body)).toEqual({ one: 'queued', two: 'refused' });
  expect(await readSet(careful, id)).toMatchObject({
    accounts: [
      { plan: { decision: { by: { name: 'ben' } } }, application: { state: 'queued' } },
      { plan: { decision: null }, application: null },
    ],
  });
});

test('an account that cannot be reached keeps no other, and a few are planned at once', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const entries = await Promise.all(names.map(async (name) => [name, await addSandbox(stage)]));
  const accountIds: Record<string, string> = Object.fromEntries(entries);
  const body = { manifest: manifestOf(accountIds) };
  const planSetId = z
    .looseObject({ id: z.string() })
    .parse((await ask(stage, 'POST /v1/plan-sets', { body })).body).id;
  let open = 0;
  let most = 0;
  const accounts: typeof stage.deps.accounts = {
    ...stage.deps.accounts,
    open: async (account, options) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise(setImmediate);
      open -= 1;
      if (account.id === accountIds['b'])
        throw new RolecallError('AWS_UNREACHABLE', 'No answer came.');
      return stage.deps.accounts.open(account, options);
    },
  };
  const job = planSetJob({ ...stage.deps, accounts });
  const first = attempt(stage, { isLastAttempt: false });
  await expect(job({ planSetId }, first)).rejects.toMatchObject({ code: 'AWS_UNREACHABLE' });
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
  expect(await readSet(stage, planSetId)).toMatchObject({
    state: 'running',
    counts: { waiting: 1, planned: 6, failed: 0 },
  });
  await job({ planSetId }, attempt(stage, { attempt: 1 }));
  const { accounts: shown, counts } = await readSet(stage, planSetId);
  expect(counts).toMatchObject({ waiting: 0, planned: 6, failed: 1 });
  expect(shown[1]).toMatchObject({ name: 'b', failure: { code: 'aws-error' } });
});

test('a set whose process was killed in its last attempt keeps what is planned', async () => {
  const manifest = manifestOf({ one: await addSandbox(stage) });
  const asked = await ask(stage, 'POST /v1/plan-sets', { body: { manifest } });
  const planSetId = asked.location.replace('/v1/plan-sets/', '');
  await stage.deps.store.transaction((tx) =>
    tx.planSets.updateIf(planSetId, 1, { state: 'running' }),
  );
  await stage.jobs['plan-set']({ planSetId }, attempt(stage));
  expect(await readSet(stage, planSetId)).toMatchObject({
    state: 'failed',
    accounts: [{ state: 'failed', failure: { code: 'unavailable' } }],
  });
});

test('a manifest for several accounts is planned for one of them, too', async () => {
  const [one, two] = [await addSandbox(stage), await addSandbox(stage)];
  const plan = (accountId: string) =>
    ask(stage, 'POST /v1/plans', { body: { accountId, manifest: manifestOf({ one, two }) } });
  const made = await plan(two);
  expect(made).toMatchObject({ status: 201, body: { accountId: two } });
  expect(JSON.stringify(made.body)).toContain('robot-two');
  const other = await addSandbox(stage);
  expect(await plan(other)).toMatchObject({ status: 422, body: { code: 'manifest-invalid' } });
});
