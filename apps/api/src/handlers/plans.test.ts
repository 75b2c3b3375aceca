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
const manifestFor = (account: string, { scope = 'platform', group = 'readers' } = {}) =>
  `version: 1\nscope: ${scope}\naccount: "${account}"\ngroups:\n  ${group}: {}\n`;

async function planned(account: string, group = 'readers'): Promise<string> {
  const body = { accountId: account, manifest: manifestFor(account, { group }) };
  const made = await ask(stage, 'POST /v1/plans', { body });
  expect(made).toMatchObject({ status: 201 });
  return idOf(made.body);
}

test('a plan is stored whole, and the same plan made twice is one', async () => {
  const account = await addSandbox(stage);
  const planId = await planned(account);
  expect(await planned(account)).toBe(planId);
  const { body } = await ask(stage, `GET /v1/plans/${planId}`);
  expect(body).toMatchObject({
    id: planId,
    refusals: [],
    plan: { planId, account, scope: 'platform' },
  });
  const list = await ask(stage, `GET /v1/plans?accountId=${account}`);
  expect(list.body).toMatchObject({ items: [{ id: planId, accountId: account }] });
  expect(z.object({ items: z.array(z.unknown()) }).parse(list.body).items).toHaveLength(1);
});

test.each<[string, (account: string) => string, string]>([
  ['text that is no manifest', () => 'version: [', 'manifest-invalid'],
  [
    'a file to include',
    (account) => `${manifestFor(account)}include: ["*.yaml"]\n`,
    'manifest-invalid',
  ],
  ['another account', () => manifestFor('123456789012'), 'manifest-invalid'],
  [
    'the scope of a role request',
    (account) => manifestFor(account, { scope: 'rq-0123456789ab' }),
    'manifest-invalid',
  ],
])('%s is refused', async (_, write, code) => {
  const accountId = await addSandbox(stage);
  const body = { accountId, manifest: write(accountId) };
  expect(await ask(stage, 'POST /v1/plans', { body })).toMatchObject({
    status: 422,
    body: { code },
  });
});

test('an account that is not there, or not verified, is not planned for', async () => {
  const body = { accountId: '999999999999', manifest: manifestFor('999999999999') };
  expect(await ask(stage, 'POST /v1/plans', { body })).toMatchObject({
    body: { code: 'account-unknown' },
  });
  const access = { kind: 'sandbox', scenario: 'good' };
  const input = { name: 'n', access, environment: 'e', owner: 'o' };
  await ask(stage, 'PUT /v1/accounts/999999999999', { body: input });
  expect(await ask(stage, 'POST /v1/plans', { body })).toMatchObject({
    body: { code: 'account-not-verified' },
  });
});

test('a plan is applied once, and says what it does', async () => {
  const account = await addSandbox(stage);
  const planId = await planned(account);
  const asked = await Promise.all(
    [1, 2, 3].map(() => ask(stage, 'POST /v1/applications', { body: { planId } })),
  );
  expect(asked.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
  const application = asked.find(({ status }) => status === 202);
  const applicationId = idOf(application?.body);
  expect(application?.location).toBe(`/v1/applications/${applicationId}`);

  await stage.jobs.apply({ applicationId }, attempt(stage));
  const { body } = await ask(stage, `GET /v1/applications/${applicationId}`);
  expect(body).toMatchObject({ state: 'succeeded', report: { planId, complete: true } });
  // The job comes a second time.
  await stage.jobs.apply({ applicationId }, attempt(stage));
  expect((await ask(stage, `GET /v1/applications/${applicationId}`)).body).toEqual(body);
  expect(await ask(stage, 'POST /v1/applications', { body: { planId } })).toMatchObject({
    status: 409,
    body: { code: 'state-conflict' },
  });

  const events = await ask(stage, `GET /v1/applications/${applicationId}/events`);
  const types = z
    .object({ items: z.array(z.object({ type: z.string() })) })
    .parse(events.body)
    .items.map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['application.requested', 'application.operation']));
  expect([types[0], types.at(-1)]).toEqual(['application.requested', 'application.completed']);
  const headers = { accept: 'text/event-stream' };
  const stream = await ask(stage, `GET /v1/applications/${applicationId}/events`, { headers });
  expect(String(stream.body).match(/^event: .*$/gm)).toEqual(types.map((type) => `event: ${type}`));
});

test('what moved since is not applied, and the plan may be tried again', async () => {
  const account = await addSandbox(stage);
  const planId = await planned(account, 'movers');
  const { accounts, store } = stage.deps;
  const record = await store.accounts.get(account);
  if (record === undefined) throw new Error('The account is not there.');
  const port = await accounts.open(record, { purpose: 'apply' });
  await port.perform({ action: 'iam:CreateGroup', input: { GroupName: 'movers', Path: '/' } });
  const first = idOf((await ask(stage, 'POST /v1/applications', { body: { planId } })).body);
  await stage.jobs.apply({ applicationId: first }, attempt(stage));
  expect((await ask(stage, `GET /v1/applications/${first}`)).body).toMatchObject({
    state: 'failed',
  });
  expect(await ask(stage, 'POST /v1/applications', { body: { planId } })).toMatchObject({
    status: 202,
  });
});

test('what was taken back since it was applied is planned and applied anew', async () => {
  const account = await addSandbox(stage);
  const planId = await planned(account, 'again');
  const apply = async () => {
    const asked = await ask(stage, 'POST /v1/applications', { body: { planId } });
    if (asked.status !== 202) return asked.status;
    await stage.jobs.apply({ applicationId: idOf(asked.body) }, attempt(stage));
    const { body } = await ask(stage, `GET /v1/applications/${idOf(asked.body)}`);
    return z.looseObject({ state: z.string() }).parse(body).state;
  };
  expect(await apply()).toBe('succeeded');
  const { accounts, store } = stage.deps;
  const record = await store.accounts.get(account);
  if (record === undefined) throw new Error('The account is not there.');
  const port = await accounts.open(record, { purpose: 'apply' });
  await port.perform({ action: 'iam:DeleteGroup', input: { GroupName: 'again' } });
  // Nobody planned it since.
  expect(await apply()).toBe(409);
  const body = { accountId: account, manifest: manifestFor(account, { group: 'again' }) };
  const anew = await ask(stage, 'POST /v1/plans', { as: 'administrator/ben', body });
  expect(anew.body).toMatchObject({ id: planId, madeBy: { name: 'ben' }, decision: null });
  expect(await apply()).toBe('succeeded');
  expect(await apply()).toBe(409);
});

test('guardrails judge a plan, and one made before them is made again', async () => {
  const account = await addSandbox(stage);
  const before = await planned(account, 'early');
  const current = await ask(stage, 'GET /v1/guardrails');
  const put = await ask(stage, 'PUT /v1/guardrails', {
    body: { text: 'version: 1\nscopes: [shop]\n' },
    headers: { 'if-match': current.etag },
  });
  expect(put).toMatchObject({ status: 200 });
  const body = { accountId: account, manifest: manifestFor(account, { group: 'late' }) };
  const late = await ask(stage, 'POST /v1/plans', { body });
  expect(late).toMatchObject({ status: 201, body: { refusals: [{ rule: 'scope' }] } });
  const apply = (planId: string) => ask(stage, 'POST /v1/applications', { body: { planId } });
  expect(await apply(before)).toMatchObject({ status: 409, body: { code: 'plan-changed' } });
  expect(await apply(idOf(late.body))).toMatchObject({
    status: 403,
    body: { code: 'guardrail-refused' },
  });
  expect(await apply('0'.repeat(64))).toMatchObject({ status: 422 });
  const headers = { 'if-match': put.etag };
  expect(await ask(stage, 'PUT /v1/guardrails', { body: { text: '' }, headers })).toMatchObject({
    status: 200,
  });
});
