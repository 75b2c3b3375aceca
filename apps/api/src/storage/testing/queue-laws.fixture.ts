import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import type { Laws } from './database.fixture.ts';

export const queueLaws: Laws = (stage) => {
  test('a worker gets what a transaction left, and again what it failed at', async () => {
    const { store, queue } = stage();
    const worked: string[] = [];
    await queue.work('notify', { pollingSeconds: 0.5 }, async ({ data, attempt }) => {
      worked.push(`${data.sequence}:${attempt}`);
      if (attempt === 0) throw new Error('once');
    });
    await store.transaction((tx) => tx.enqueue('notify', { sequence: 7 }));
    await vi.waitFor(() => expect(worked).toEqual(['7:0', '7:1']), { timeout: 30_000 });
  });

  test('a key does not keep a job from following one that runs', async () => {
    const { store, queue } = stage();
    const add = () => store.transaction((tx) => tx.enqueue('deliver', { deliveryId: 'd' }));
    const sent: string[] = [];
    await queue.work('deliver', { pollingSeconds: 0.5 }, async () => {
      sent.push(sent.length === 0 ? await add() : 'second');
    });
    expect(await add()).toBe('queued');
    await vi.waitFor(() => expect(sent).toEqual(['queued', 'second']), { timeout: 30_000 });
  });

  test('a worker goes through what waits without sleeping in between', async () => {
    const { store, queue } = stage();
    const ids = Array.from({ length: 40 }, (_, index) => `run-${index}`);
    await store.transaction(async (tx) => {
      for (const checkRunId of ids) await tx.enqueue('check-run', { checkRunId });
    });
    const worked: string[] = [];
    // Sleeping between two jobs it would not get through before the test's time is up.
    await queue.work('check-run', { pollingSeconds: 30 }, async ({ data }) => {
      worked.push(data.checkRunId);
    });
    await vi.waitFor(() => expect(worked.toSorted()).toEqual(ids.toSorted()), { timeout: 30_000 });
  });

  test('says what waits, and leaves out what waits for its time', async () => {
    const { store, queue } = stage();
    await store.transaction(async (tx) => {
      await tx.enqueue('remove', { grantId: 'a' });
      await tx.enqueue('remove', { grantId: 'b' });
      await tx.enqueue('apply', { applicationId: 'c' }, { startAfter: '2036-01-01T00:00:00.000Z' });
    });
    const backlog = await queue.backlog();
    expect(backlog).toContainEqual(expect.objectContaining({ queue: 'remove', waiting: 2 }));
    expect(backlog.map(({ queue }) => queue)).not.toContain('apply');
  });

  test('who wants no second one gets none while the first is tried again', async () => {
    const { store, database } = stage();
    const add = (unlessLive: boolean) =>
      store.transaction((tx) => tx.enqueue('provision', { requestId: 'r' }, { unlessLive }));
    expect(await add(true)).toBe('queued');
    await sql`update pgboss.job set state = 'retry' where name = 'provision'`.execute(database.sql);
    expect(await add(true)).toBe('waiting-already');
    expect(await add(false)).toBe('queued');
    await sql`delete from pgboss.job where name = 'provision'`.execute(database.sql);
    expect(await add(true)).toBe('queued');
  });

  test('what fails in its last attempt stays, and can be worked again', async () => {
    const { store, queue, database } = stage();
    const worked: string[] = [];
    let isBroken = true;
    await store.transaction(async (tx) => {
      await tx.enqueue('verify-account', { accountId: 'fails' });
      await tx.enqueue('apply', { applicationId: 'killed' });
    });
    await sql`update pgboss.job set retry_count = retry_limit
      where name in ('verify-account', 'apply') and state = 'created'`.execute(database.sql);
    // As its worker leaves it that was killed.
    await sql`update pgboss.job set state = 'active', started_on = now() - interval '1 hour',
      heartbeat_on = now() - interval '1 hour' where data->>'applicationId' = 'killed'`.execute(
      database.sql,
    );
    await queue.work('verify-account', { pollingSeconds: 0.5 }, async ({ data }) => {
      if (isBroken) throw new Error('no way');
      worked.push(data.accountId);
    });
    const counts = [
      { queue: 'apply', count: 1 },
      { queue: 'verify-account', count: 1 },
    ];
    const waiting = { timeout: 60_000, interval: 200 };
    await vi.waitFor(async () => expect(await queue.countDeadLetters()).toEqual(counts), waiting);
    const all = await queue.deadLetters();
    const failed = all.find((one) => one.queue === 'verify-account');
    const killed = all.find((one) => one.queue === 'apply');
    expect(failed).toMatchObject({ data: { accountId: 'fails' }, attempts: 4, failure: 'no way' });
    expect(killed).toMatchObject({ data: { applicationId: 'killed' }, attempts: 2 });

    isBroken = false;
    const take = async (what: 'redrive' | 'discard', id = '') => {
      const trx = await database.sql.startTransaction().execute();
      const taken = await queue[what](trx, id);
      await trx.commit().execute();
      return taken;
    };
    expect(await take('redrive', failed?.id)).toEqual(failed);
    await vi.waitFor(() => expect(worked).toEqual(['fails']), waiting);
    expect(await take('discard', killed?.id)).toEqual(killed);
    expect(await take('redrive', killed?.id)).toBe('missing');
    expect(await queue.deadLetters()).toEqual([]);
  });

  test('a job that is postponed comes again as the same attempt, under its key', async () => {
    const { store, queue } = stage();
    const add = () =>
      store.transaction((tx) => tx.enqueue('remove', { grantId: 'p' }, { unlessLive: true }));
    const worked: string[] = [];
    const ids = new Set<string>();
    await queue.work('remove', { pollingSeconds: 0.5 }, async ({ id, data, attempt, postpone }) => {
      // What other tests left waits there too.
      if (data.grantId !== 'p') return;
      ids.add(id);
      worked.push(`${data.grantId}:${attempt}`);
      if (worked.length === 1) throw new Error('once');
      if (worked.length < 4) await postpone(1);
    });
    expect(await add()).toBe('queued');
    const again = { timeout: 40_000, interval: 100 };
    await vi.waitFor(() => expect(worked.length).toBeGreaterThan(1), again);
    expect(await add()).toBe('waiting-already');
    await vi.waitFor(() => expect(worked).toEqual(['p:0', 'p:1', 'p:1', 'p:1']), again);
    await vi.waitFor(async () => expect(await add()).toBe('queued'), again);
    expect(ids.size).toBe(3);
  });
};
