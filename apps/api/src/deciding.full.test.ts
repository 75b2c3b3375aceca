import type { Schema } from '@rolecall/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from './storage/testing/postgres-server.fixture.ts';
import { type KillingStage, openKillingStage } from './testing/killing/killing-stage.fixture.ts';
import { listRequests } from './testing/killing/read-evidence.fixture.ts';
import {
  dataOf,
  etagOf,
  giveBack,
  grantOf,
  newKey,
  wanted,
} from './testing/portal-steps.fixture.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

const many = 100;

describe('a hundred clients at once', () => {
  let stage: KillingStage | undefined;
  const staged = (): KillingStage => {
    if (stage === undefined) throw new Error('the service did not start');
    return stage;
  };
  beforeAll(async () => {
    stage = await openKillingStage({
      title: 'a hundred at once',
      count: 1,
      databaseUrl: await server?.createDatabase(),
    });
  });
  afterAll(() => stage?.close());

  const ask = async (key = newKey()) => {
    const { hasty, accounts } = staged();
    const [accountId = ''] = accounts.ids;
    return hasty.ana.POST('/v1/role-requests', {
      params: { header: key, query: { submit: true } },
      body: { ...wanted, accountId },
    });
  };

  /** All decide about the same that they saw; each with a key of its own. */
  const decideAll = async (kinds: readonly Schema<'DecisionInput'>['decision'][]) => {
    const { ben } = staged().hasty;
    const asked = dataOf(await ask());
    if (!('id' in asked)) throw new Error('it was not stored');
    const path = { id: asked.id };
    const seen = await ben.GET('/v1/role-requests/{id}', { params: { path } });
    const planId = dataOf(seen).preview?.planId ?? '';
    const answers = await Promise.all(
      Array.from({ length: many }, (_, index) =>
        ben.POST('/v1/role-requests/{id}/decisions', {
          params: { path, header: { ...newKey(), 'If-Match': etagOf(seen) } },
          body: { planId, decision: kinds[index % kinds.length] ?? 'approve', comment: 'Seen.' },
        }),
      ),
    );
    const list = await ben.GET('/v1/role-requests/{id}/decisions', { params: { path } });
    return { id: asked.id, answers, decisions: dataOf(list).items };
  };

  const statusesOf = (answers: readonly { readonly response: Response }[]) =>
    Object.fromEntries(
      [...Map.groupBy(answers, ({ response }) => response.status)].map(([status, same]) => [
        status,
        same.length,
      ]),
    );

  it.each([[['approve']], [['reject']], [['approve', 'reject']]] as const)(
    'one of their decisions counts: %j',
    async (kinds) => {
      const { door, accounts } = staged();
      const before = accounts.created().length;
      const { id, answers, decisions } = await decideAll(kinds);
      const [counted, ...others] = answers.filter(({ response }) => response.status === 201);
      expect(others).toEqual([]);
      expect(decisions).toEqual([dataOf(counted ?? {})]);
      const refused = answers.filter(({ response }) => response.status !== 201);
      for (const { error, response } of refused) {
        expect([409, 412]).toContain(response.status);
        expect(response.headers.get('content-type')).toContain('application/problem+json');
        expect(error).toMatchObject({ status: response.status });
      }
      const isApproved = decisions[0]?.decision === 'approve';
      if (isApproved) expect(await grantOf(door, id)).toBe(id);
      const path = { id };
      const { state } = dataOf(await door.ana.GET('/v1/role-requests/{id}', { params: { path } }));
      expect(state).toBe(isApproved ? 'fulfilled' : 'rejected');
      expect(accounts.created().length - before).toBe(isApproved ? 1 : 0);
      console.log(`decisions ${kinds.join(' and ')}: ${JSON.stringify(statusesOf(answers))}`);
    },
  );

  it('make one request with one Idempotency-Key', async () => {
    const { door } = staged();
    const before = await listRequests(door.ana);
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: many }, () => ask(key)));
    const last = dataOf(await ask(key));
    const after = await listRequests(door.ana);
    expect(after.length - before.length).toBe(1);
    for (const { data, error } of answers) {
      if (data === undefined)
        expect(error).toMatchObject({ status: 409, code: 'idempotency-key-in-use' });
      else expect(data).toEqual(last);
    }
    console.log(`one key: ${JSON.stringify(statusesOf(answers))}`);
  });

  it('take one grant away, which goes once', async () => {
    const { door, hasty, accounts } = staged();
    const { id } = await decideAll(['approve']);
    await grantOf(door, id);
    const path = { id };
    const seen = await hasty.ana.GET('/v1/grants/{id}', { params: { path } });
    const answers = await Promise.all(
      Array.from({ length: many }, () =>
        hasty.ana.POST('/v1/grants/{id}/revocation', {
          params: { path, header: { ...newKey(), 'If-Match': etagOf(seen) } },
          body: { reason: 'The case is closed.' },
        }),
      ),
    );
    expect(statusesOf(answers)).toEqual({ 202: many });
    expect(await giveBack(door, id)).toMatchObject({ state: 'revoked' });
    const events = await door.ben.GET('/v1/audit-events', {
      params: { query: { subject: `grants/${id}`, limit: 100 } },
    });
    const log = dataOf(events);
    const types = typeof log === 'string' ? [] : log.items.map(({ type }) => type);
    expect(types).toEqual(['grant.activated', 'grant.revoking', 'grant.revoked']);
    expect(accounts.living().filter(({ arn }) => dataOf(seen).roleArns.includes(arn))).toEqual([]);
  });
});
