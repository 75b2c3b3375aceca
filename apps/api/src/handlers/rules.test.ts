import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ask, openServiceStage, type ServiceStage } from './testing/service-stage.fixture.ts';

const ruleFor = (approvers: readonly string[], id = 'leads') => ({
  id,
  when: { maxRisk: 'high' },
  outcome: { kind: 'people', approvers, needed: 2 },
});
const ruleOf = (id = 'leads') => ruleFor(['group:leads'], id);
const mapping = 'https%3A%2F%2Fid.example.com%7Cana/111122223333';
const principal = { kind: 'role', arn: 'arn:aws:iam::111122223333:role/ana' };
const eligible = {
  id: 'all',
  who: ['*'],
  blueprints: ['*'],
  accounts: ['*'],
  maxDurationSeconds: 3600,
  emergency: false,
};

describe('where one person is enough', () => {
  let stage: ServiceStage;
  beforeAll(async () => {
    stage = await openServiceStage();
  }, 120_000);
  afterAll(() => stage?.close());

  test('rules are replaced whole, under the revision that was seen', async () => {
    const body = { rules: [ruleOf()] };
    const before = await ask(stage, 'GET /v1/approval-rules');
    expect(before).toMatchObject({ status: 200, etag: '"0"', body: { rules: [], revision: 0 } });
    expect(await ask(stage, 'PUT /v1/approval-rules', { body })).toMatchObject({ status: 428 });
    const put = await ask(stage, 'PUT /v1/approval-rules', {
      body,
      headers: { 'if-match': '"0"' },
    });
    expect(put).toMatchObject({ status: 200, etag: '"1"', body });
    expect(
      await ask(stage, 'PUT /v1/approval-rules', { body, headers: { 'if-match': '"0"' } }),
    ).toMatchObject({ status: 412 });
    const eligibility = { body: { rules: [eligible] }, headers: { 'if-match': '"0"' } };
    expect(await ask(stage, 'PUT /v1/eligibility-rules', eligibility)).toMatchObject({
      status: 200,
    });
  });

  test.each<[string, string, object, string]>([
    ['two rules of one name', 'approval-rules', { rules: [ruleOf(), ruleOf()] }, 'body-invalid'],
    [
      'more approvals than people',
      'approval-rules',
      { rules: [ruleFor(['https://i|a'])] },
      'body-invalid',
    ],
    [
      'two eligibilities of one name',
      'eligibility-rules',
      { rules: [eligible, eligible] },
      'body-invalid',
    ],
    [
      'guardrails with a fault',
      'guardrails',
      { text: 'version: 1\nnonsense: true\n' },
      'guardrails-invalid',
    ],
    ['guardrails that are no YAML', 'guardrails', { text: 'a: [' }, 'guardrails-invalid'],
    [
      'a principal nobody can trust',
      `principal-mappings/${mapping}`,
      { principal: { kind: 'role', arn: 'arn:aws:iam::111122223333:user/ana' } },
      'body-invalid',
    ],
  ])('%s are refused', async (_, path, body, code) => {
    const { etag } = await ask(stage, `GET /v1/${path}`);
    const headers = etag === 'undefined' ? {} : { 'if-match': etag };
    expect(await ask(stage, `PUT /v1/${path}`, { body, headers })).toMatchObject({
      status: 422,
      body: { code },
    });
  });

  test('guardrails are published, and taken back by an empty text', async () => {
    expect(await ask(stage, 'GET /v1/guardrails')).toMatchObject({
      etag: '"0"',
      body: { text: '', digest: null, updatedBy: null },
    });
    const body = { text: 'version: 1\nscopes: [shop]\n' };
    const put = await ask(stage, 'PUT /v1/guardrails', { body, headers: { 'if-match': '"0"' } });
    expect(put).toMatchObject({ status: 200, etag: '"1"', body });
    const emptied = await ask(stage, 'PUT /v1/guardrails', {
      body: { text: ' ' },
      headers: { 'if-match': '"1"' },
    });
    expect(emptied).toMatchObject({ status: 200, etag: '"2"' });
    expect(await ask(stage, 'GET /v1/guardrails')).toMatchObject({ status: 200, etag: '"2"' });
  });

  test('a mapping is made, changed and removed under what was seen', async () => {
    const path = `/v1/principal-mappings/${mapping}`;
    expect(await ask(stage, `DELETE ${path}`, { headers: { 'if-match': '*' } })).toMatchObject({
      status: 404,
    });
    expect(
      await ask(stage, `PUT ${path}`, { body: { principal }, headers: { 'if-match': '"1"' } }),
    ).toMatchObject({ status: 412 });
    const made = await ask(stage, `PUT ${path}`, { body: { principal } });
    expect(made).toMatchObject({
      status: 201,
      location: path,
      body: { subject: 'https://id.example.com|ana', accountId: '111122223333', principal },
    });
    expect(await ask(stage, `GET ${path}`)).toMatchObject({ status: 200, etag: made.etag });
    expect(await ask(stage, `PUT ${path}`, { body: { principal } })).toMatchObject({ status: 428 });
    const other = { principal: { ...principal, arn: 'arn:aws:iam::111122223333:role/anna' } };
    const changed = await ask(stage, `PUT ${path}`, {
      body: other,
      headers: { 'if-match': made.etag },
    });
    expect(changed).toMatchObject({ status: 200, body: other });
    expect(
      await ask(stage, `DELETE ${path}`, { headers: { 'if-match': made.etag } }),
    ).toMatchObject({ status: 412 });
    expect(
      await ask(stage, `DELETE ${path}`, { headers: { 'if-match': changed.etag } }),
    ).toMatchObject({ status: 204 });
  });

  test('mappings are listed in pages, also of long subjects', async () => {
    const long = `https://id.example.com|${'x'.repeat(307)}`;
    for (const subject of ['https://id.example.com|b', 'https://id.example.com|c', long]) {
      const path = `/v1/principal-mappings/${encodeURIComponent(subject)}/*` as const;
      expect(await ask(stage, `PUT ${path}`, { body: { principal } })).toMatchObject({
        status: 201,
      });
    }
    const tooLong = encodeURIComponent(`${long}x`);
    expect(
      await ask(stage, `PUT /v1/principal-mappings/${tooLong}/*`, { body: { principal } }),
    ).toMatchObject({ status: 400 });
    const page = z.object({
      items: z.array(z.object({ subject: z.string() })),
      nextCursor: z.string().optional(),
    });
    const first = page.parse((await ask(stage, 'GET /v1/principal-mappings?limit=2')).body);
    const second = page.parse(
      (await ask(stage, `GET /v1/principal-mappings?limit=2&cursor=${first.nextCursor}`)).body,
    );
    expect([...first.items, ...second.items].map(({ subject }) => subject.length)).toEqual([
      24, 24, 330,
    ]);
    expect(second.nextCursor).toBeUndefined();
  });
});

describe('where two people are asked for', () => {
  let stage: ServiceStage;
  beforeAll(async () => {
    stage = await openServiceStage({ fourEyes: true });
  }, 120_000);
  afterAll(() => stage?.close());

  const propose = async (id: string) => {
    const { etag } = await ask(stage, 'GET /v1/approval-rules');
    const body = { rules: [ruleOf(id)] };
    return ask(stage, 'PUT /v1/approval-rules', { body, headers: { 'if-match': etag } });
  };
  const decide = (location: string, decision: string, as: 'ben' | 'ada' = 'ben', match = '"0"') =>
    ask(stage, `POST ${location}/decision`, {
      as: `administrator/${as}`,
      body: { decision },
      headers: { 'if-match': match },
    });

  test('a change waits, is not decided by who proposed it, and is decided once', async () => {
    const change = await propose('first');
    expect(change).toMatchObject({
      status: 202,
      etag: '"0"',
      body: { state: 'pending', target: '/v1/approval-rules', action: 'put' },
    });
    expect((await ask(stage, 'GET /v1/approval-rules')).body).toMatchObject({ rules: [] });
    expect(await decide(change.location, 'approve', 'ada')).toMatchObject({
      status: 403,
      body: { code: 'self-approval' },
    });
    const answers = await Promise.all([1, 2, 3].map(() => decide(change.location, 'approve')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect((await ask(stage, 'GET /v1/approval-rules')).body).toMatchObject({
      revision: 1,
      rules: [{ id: 'first' }],
    });
    expect(await decide(change.location, 'reject', 'ben', '"1"')).toMatchObject({ status: 409 });
  });

  test('of two changes of the same rules the second is superseded', async () => {
    const [one, other] = [await propose('one'), await propose('other')];
    expect(await decide(one.location, 'approve')).toMatchObject({ body: { state: 'applied' } });
    expect(await decide(other.location, 'approve')).toMatchObject({
      status: 200,
      body: { state: 'superseded' },
    });
    expect((await ask(stage, 'GET /v1/approval-rules')).body).toMatchObject({
      rules: [{ id: 'one' }],
    });
  });

  test('a rejected change changes nothing', async () => {
    const change = await propose('rejected');
    expect(await decide(change.location, 'reject')).toMatchObject({
      body: { state: 'rejected', decidedBy: { name: 'ben' } },
    });
    expect((await ask(stage, 'GET /v1/approval-rules')).body).toMatchObject({
      rules: [{ id: 'one' }],
    });
  });

  test('the removal of a mapping waits too', async () => {
    const path = `/v1/principal-mappings/${mapping}`;
    const added = await ask(stage, `PUT ${path}`, { body: { principal } });
    expect(added).toMatchObject({ status: 202, body: { target: path } });
    expect(await ask(stage, `GET ${path}`)).toMatchObject({ status: 404 });
    await decide(added.location, 'approve');
    const { etag } = await ask(stage, `GET ${path}`);
    const removed = await ask(stage, `DELETE ${path}`, { headers: { 'if-match': etag } });
    expect(removed).toMatchObject({ status: 202, body: { action: 'delete', proposed: null } });
    expect(await decide(removed.location, 'approve')).toMatchObject({ body: { state: 'applied' } });
    expect(await ask(stage, `GET ${path}`)).toMatchObject({ status: 404 });
  });

  test('they are listed by state, the newest first', async () => {
    const waiting = await propose('waiting');
    const list = z.object({ items: z.array(z.object({ id: z.string(), state: z.string() })) });
    const { items } = list.parse((await ask(stage, 'GET /v1/rule-changes?state=pending')).body);
    expect(items).toEqual([expect.objectContaining({ state: 'pending' })]);
    expect(waiting.location).toBe(`/v1/rule-changes/${items[0]?.id}`);
    const all = list.parse((await ask(stage, 'GET /v1/rule-changes')).body).items;
    expect(all[0]).toEqual(items[0]);
    expect(all).toHaveLength(7);
  });

  test('many who propose at once are told so, and none is lost', async () => {
    const before = await ask(stage, 'GET /v1/rule-changes?limit=100');
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((id) => propose(id)));
    const made = answers.filter(({ status }) => status === 202).length;
    const count = (body: unknown) =>
      z.object({ items: z.array(z.unknown()) }).parse(body).items.length;
    expect(answers.every(({ status }) => status === 202 || status === 409)).toBe(true);
    expect(count((await ask(stage, 'GET /v1/rule-changes?limit=100')).body)).toBe(
      count(before.body) + made,
    );
  });
});
