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
};
