import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
const findings = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      check: z.string(),
      outcome: z.string(),
      exception: z.object({ owner: z.string() }).optional(),
    }),
  ),
});

async function run(accountId: string, body: object): Promise<string> {
  const started = await ask(stage, `POST /v1/accounts/${accountId}/check-runs`, { body });
  expect(started).toMatchObject({ status: 202 });
  const checkRunId = idOf(started.body);
  await stage.jobs['check-run']({ checkRunId }, attempt(stage));
  expect((await ask(stage, `GET /v1/check-runs/${checkRunId}`)).body).toMatchObject({
    state: 'succeeded',
    failure: null,
  });
  return checkRunId;
}

async function itemsOf(id: string) {
  const { body } = await ask(stage, `GET /v1/check-runs/${id}/findings?limit=100`);
  return findings.parse(body).items;
}

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
const said = { reason: 'It goes with the move.', owner: 'team-shop' };

describe('a profile', () => {
  test('is judged control by control, and what is left open is counted by severity', async () => {
    const id = await run(await addSandbox(stage, 'neglected'), { profile: 'cis-7.0' });
    const { body } = await ask(stage, `GET /v1/check-runs/${id}`);
    const counted = z.object({
      profile: z.literal('cis-7.0'),
      openBySeverity: z.record(z.string(), z.number()),
      score: z.number(),
    });
    const { openBySeverity, score } = counted.parse(body);
    expect(openBySeverity['critical']).toBeGreaterThan(0);
    expect(score).toBeLessThan(100);
    const compliance = await ask(stage, `GET /v1/check-runs/${id}/compliance`);
    expect(compliance).toMatchObject({
      status: 200,
      body: { profile: 'cis-7.0', summary: { fail: expect.any(Number) } },
    });
    const controls = z.object({ controls: z.array(z.object({ status: z.string() })) });
    expect(controls.parse(compliance.body).controls.map(({ status }) => status)).toContain('fail');
  });

  test.each([
    [{ profile: 'cis-7' }, '/profile'],
    [{ profile: 'cis-7.0', checks: ['root-mfa-enabled'] }, '/checks'],
    [{ settings: { regions: ['nowhere'] } }, '/settings/regions/0'],
    [
      { exceptions: [{ ...said, check: 'no-such-check', subject: '*', expires: inDays(5) }] },
      '/exceptions/0',
    ],
    [
      { exceptions: [{ ...said, check: 'key-age', subject: '*', expires: inDays(500) }] },
      '/exceptions/0',
    ],
    [{ exceptions: [{ ...said, check: 'key-age', expires: inDays(5) }] }, '/exceptions/0'],
  ])('%j is refused', async (body, pointer) => {
    const accountId = await addSandbox(stage);
    expect(await ask(stage, `POST /v1/accounts/${accountId}/check-runs`, { body })).toMatchObject({
      status: 422,
      body: { code: 'body-invalid', errors: [{ pointer }] },
    });
  });

  test('that is no framework has no controls', async () => {
    const body = { checks: ['root-mfa-enabled'] };
    const id = await run(await addSandbox(stage), body);
    expect(await ask(stage, `GET /v1/check-runs/${id}/compliance`)).toMatchObject({ status: 404 });
    expect(await ask(stage, `GET /v1/check-runs/${id}/fix-plan`)).toMatchObject({ status: 404 });
  });

  test('is one of a list', async () => {
    const { body } = await ask(stage, 'GET /v1/check-profiles', { as: 'auditor' });
    const list = z.object({ items: z.array(z.object({ id: z.string() })) });
    const ids = list.parse(body).items.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['default', 'all', 'cis-7.0']));
  });
});

describe('exceptions', () => {
  const checks = ['root-mfa-enabled', 'root-no-access-keys'];

  test('of an account hold for every run, those of a run beside them', async () => {
    const accountId = await addSandbox(stage, 'neglected');
    const before = await itemsOf(await run(accountId, { checks }));
    const [first, second] = before.filter(({ outcome }) => outcome === 'fail');
    const ofAccount = { ...said, check: first?.check, subject: '*', expires: inDays(30) };
    const path = `/v1/accounts/${accountId}/exceptions` as const;
    const none = await ask(stage, `GET ${path}`, { as: 'auditor' });
    expect(none).toMatchObject({ status: 200, etag: '"0"', body: { exceptions: [] } });
    const put = { body: { exceptions: [ofAccount] }, headers: { 'if-match': none.etag } };
    expect(await ask(stage, `PUT ${path}`, put)).toMatchObject({
      status: 200,
      etag: '"1"',
      body: { exceptions: [ofAccount], updatedBy: { name: 'ada' } },
    });
    expect(await ask(stage, `PUT ${path}`, put)).toMatchObject({ status: 412 });
    const ofRun = { ...ofAccount, check: second?.check, owner: 'team-run' };
    const id = await run(accountId, { checks, exceptions: [ofRun, ofAccount] });
    const shown = (await itemsOf(id)).filter(({ exception }) => exception !== undefined);
    expect(shown.map(({ check, exception }) => [check, exception?.owner])).toEqual([
      [first?.check, 'team-shop'],
      ...(second === undefined ? [] : [[second.check, 'team-run']]),
    ]);
    expect((await ask(stage, `GET /v1/check-runs/${id}`)).body).toMatchObject({
      counts: { excepted: shown.length, fail: 0 },
    });
    const filter = { subject: `accounts/${accountId}/exceptions` };
    const events = await stage.deps.store.auditEvents.list({ after: 0, limit: 10, filter });
    expect(events).toMatchObject([{ type: 'exceptions.changed', data: { revision: 1 } }]);
  });

  test('that have expired fail loudly', async () => {
    const accountId = await addSandbox(stage, 'neglected');
    const exceptions = [{ ...said, check: checks, subject: '*', expires: inDays(-2) }];
    const body = { exceptions };
    const headers = { 'if-match': '"0"' };
    await ask(stage, `PUT /v1/accounts/${accountId}/exceptions`, { body, headers });
    const items = await itemsOf(await run(accountId, { checks }));
    expect(items.filter(({ exception }) => exception !== undefined)).toEqual([]);
    expect(items.at(-1)).toMatchObject({ check: 'exception-expired', outcome: 'fail' });
  });

  test('that cannot be used are refused, each with its place', async () => {
    const accountId = await addSandbox(stage);
    const expires = inDays(5);
    const body = {
      exceptions: [
        { ...said, check: 'key-age', subject: '*', expires },
        { ...said, check: 'key-age', subject: 'nothing', expires },
        { ...said, check: '*', subject: '*', expires },
      ],
    };
    const headers = { 'if-match': '"0"' };
    const path = `/v1/accounts/${accountId}/exceptions` as const;
    expect(await ask(stage, `PUT ${path}`, { body, headers })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/exceptions/1/subject' }, { pointer: '/exceptions/2' }] },
    });
    expect(await ask(stage, `PUT ${path}`, { body })).toMatchObject({ status: 428 });
    const nowhere = '/v1/accounts/999999999999/exceptions';
    expect(await ask(stage, `GET ${nowhere}`)).toMatchObject({ status: 404 });
    for (const as of ['auditor', 'requester', 'machine'] as const)
      expect(await ask(stage, `PUT ${path}`, { as, body, headers })).toMatchObject({ status: 403 });
  });
});

test('failures by the credential report are looked at once more, and mended on paper', async () => {
  const body = { checks: ['key-age', 'key-unused'], fresh: true, fixes: true };
  const id = await run(await addSandbox(stage, 'neglected'), body);
  expect((await ask(stage, `GET /v1/check-runs/${id}/report`)).body).toMatchObject({
    fresh: { users: expect.any(Array), notes: expect.any(Array) },
  });
  const plan = await ask(stage, `GET /v1/check-runs/${id}/fix-plan`, { as: 'auditor' });
  expect(plan).toMatchObject({ status: 200, body: { kind: 'fix-plan' } });
  const { operations } = z.object({ operations: z.array(z.unknown()) }).parse(plan.body);
  expect(operations.length).toBeGreaterThan(0);
});

describe('a comparison', () => {
  const comparison = z.object({
    counts: z.record(z.string(), z.number()),
    items: z.array(z.object({ change: z.string(), before: z.unknown(), after: z.unknown() })),
    nextCursor: z.string().optional(),
  });

  async function two() {
    const accountId = await addSandbox(stage, 'neglected');
    const before = await run(accountId, {});
    const exceptions = [{ ...said, check: 'root-mfa-enabled', subject: '*', expires: inDays(5) }];
    const after = await run(accountId, { exceptions });
    return { accountId, before, after };
  }

  test('tells what became of each finding, in pages', async () => {
    const { before, after } = await two();
    const path = `/v1/check-runs/${after}/comparison?with=${before}`;
    const whole = comparison.parse((await ask(stage, `GET ${path}&limit=100`)).body);
    const { counts } = whole;
    expect(counts).toMatchObject({ new: 0, fixed: 0, gone: 0, changed: 1 });
    expect(counts['still-open']).toBeGreaterThan(3);
    const only = comparison.parse((await ask(stage, `GET ${path}&change=changed`)).body);
    expect(only.items).toMatchObject([
      { before: { check: 'root-mfa-enabled' }, after: { exception: { owner: 'team-shop' } } },
    ]);
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const { body } = await ask(stage, `GET ${path}&limit=30${cursor}`);
      const page = comparison.parse(body);
      seen.push(...page.items);
      cursor = page.nextCursor === undefined ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '' && seen.length < 100);
    expect(seen.length).toBeGreaterThan(30);
    expect(seen.slice(0, 100)).toEqual(whole.items);
    const page = await ask(stage, `GET /v1/check-runs/${after}/report?format=json&with=${before}`);
    expect(page.body).toMatchObject({ comparison: { fixed: [], changed: [{}] } });
  });

  test('takes two runs of one account that have succeeded', async () => {
    const { accountId, before, after } = await two();
    const with_ = (id: string) => ask(stage, `GET /v1/check-runs/${after}/comparison?with=${id}`);
    const invalid = {
      status: 400,
      body: { code: 'parameter-invalid', errors: [{ pointer: 'with' }] },
    };
    expect(await with_(after)).toMatchObject(invalid);
    const elsewhere = await run(await addSandbox(stage), { checks: ['root-mfa-enabled'] });
    expect(await with_(elsewhere)).toMatchObject(invalid);
    expect(await with_('01931f6e-8a00-7c31-9f00-000000000099')).toMatchObject({ status: 404 });
    const queued = await ask(stage, `POST /v1/accounts/${accountId}/check-runs`, { body: {} });
    const conflict = { status: 409, body: { code: 'state-conflict' } };
    expect(await with_(idOf(queued.body))).toMatchObject(conflict);
    for (const what of ['compliance', 'fix-plan', 'report', `comparison?with=${before}`])
      expect(await ask(stage, `GET ${queued.location}/${what}`)).toMatchObject(conflict);
  });
});

describe('the report', () => {
  const types = {
    json: 'application/json',
    html: 'text/html',
    sarif: 'application/sarif+json',
    csv: 'text/csv',
    junit: 'application/xml',
    markdown: 'text/markdown',
    ocsf: 'application/vnd.rolecall.ocsf+json',
    asff: 'application/vnd.rolecall.asff+json',
  };
  let id: string;
  beforeAll(async () => {
    id = await run(await addSandbox(stage, 'neglected'), { profile: 'cis-7.0' });
  });

  const report = (query: string, accept = '*/*') =>
    stage.app.inject({
      url: `/v1/check-runs/${id}/report${query}`,
      headers: { authorization: 'Bearer auditor', accept },
    });

  test.each(Object.entries(types))('comes as %s', async (format, type) => {
    const named = await report(`?format=${format}`);
    const negotiated = await report('', type);
    expect(named.statusCode).toBe(200);
    expect(named.headers['content-type']).toMatch(
      new RegExp(`^${type.replaceAll(/[.+]/g, '\\$&')}`),
    );
    expect(named.headers['content-disposition']).toMatch(
      /^attachment; filename="rolecall-\d+\.\S+"$/,
    );
    expect(named.headers['x-content-type-options']).toBe('nosniff');
    expect(negotiated.body).toBe(named.body);
    if (type.startsWith('text/')) expect(named.headers['content-type']).toMatch(/; charset=utf-8$/);
    expect(named.body.length).toBeGreaterThan(500);
    const isPage = format === 'html';
    const policy = String(named.headers['content-security-policy']);
    expect(policy.includes('script-src')).toBe(isPage);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test('has the policy of the page, and no origin', async () => {
    const { headers, body } = await report('?format=html');
    const [, own = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(body) ?? [];
    expect(own).not.toBe('');
    expect(headers['content-security-policy']).toContain(own);
    expect(headers['content-security-policy']).toMatch(/sandbox allow-scripts$/);
  });

  test('is refused where nothing of it is accepted', async () => {
    expect((await report('', 'image/png')).statusCode).toBe(406);
    expect((await report('?format=pdf')).statusCode).toBe(400);
  });
});

test('what happens to a run can be followed', async () => {
  const id = await run(await addSandbox(stage), { checks: ['root-mfa-enabled'] });
  const { body } = await ask(stage, `GET /v1/check-runs/${id}/events`);
  expect(body).toMatchObject({
    items: [{ type: 'check-run.started' }, { type: 'check-run.completed' }],
  });
  const stream = await ask(stage, `GET /v1/check-runs/${id}/events`, {
    headers: { accept: 'text/event-stream' },
  });
  expect(stream.body).toMatch(/event: check-run.started[\s\S]+event: check-run.completed/);
});
