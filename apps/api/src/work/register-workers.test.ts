import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { closeStage, openMemoryStage, type Stage } from '../storage/testing/stage.fixture.ts';
import { registerWorkers } from './register-workers.ts';
import { stubUseCases } from './testing/stub-parts.fixture.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openMemoryStage();
}, 120_000);
afterAll(() => closeStage(stage));

const busy = '111111111111';
const free = '222222222222';
const soon = { timeout: 30_000, interval: 50 };

it('jobs for an account of a dead process let others by, and go on when its lease ends', async () => {
  const { store, queue } = stage;
  let time = Date.now();
  const now = () => new Date(time);
  const held = { accountId: busy, holder: 'dead', now: now().toISOString(), ttlMs: 60_000 };
  expect(await store.leases.acquire(held)).toMatchObject({ holder: 'dead' });

  const worked: string[] = [];
  const outcomes: string[] = [];
  await registerWorkers(
    queue,
    {
      ...stubUseCases,
      notify: async () => {},
      deliver: async () => {},
      provision: async ({ requestId }, { attempt, holdAccount }) => {
        const [accountId = ''] = requestId.split(' ');
        await holdAccount(accountId, async () => void worked.push(`${requestId}, ${attempt}`));
      },
    },
    {
      leases: store.leases,
      now,
      sleep: (ms) => delay(ms),
      log: { info: () => {}, warn: () => {}, error: () => {} },
      inSpan: (_, work) => work(),
      signal: new AbortController().signal,
      onJob: (_, outcome) => void outcomes.push(outcome),
    },
  );
  // More than there are workers, and before the others.
  const waiting = Array.from({ length: 8 }, (_, index) => `${busy} ${index}`);
  const others = [`${free} 0`, `${free} 1`];
  for (const requestId of [...waiting, ...others])
    await store.transaction((tx) => tx.enqueue('provision', { requestId }));
  const asTheyAre = (ids: readonly string[]) => ids.map((id) => `${id}, 0`);
  await vi.waitFor(() => expect(worked.toSorted()).toEqual(asTheyAre(others)), soon);
  await vi.waitFor(() => expect(outcomes).toContain('postponed'), soon);

  time += 60_001;
  const all = [...waiting, ...others];
  await vi.waitFor(() => expect(worked.toSorted()).toEqual(asTheyAre(all)), soon);
  await vi.waitFor(
    () => expect(outcomes.filter((one) => one === 'done')).toHaveLength(all.length),
    soon,
  );
  expect(new Set(outcomes)).toEqual(new Set(['done', 'postponed']));
});
