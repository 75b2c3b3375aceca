import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStore } from './store.ts';
import { roleRequest } from './testing/records.fixture.ts';
import { closeStage, openMemoryStage, type Stage } from './testing/stage.fixture.ts';
import type { Transaction } from './transaction.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openMemoryStage();
}, 120_000);
afterAll(() => closeStage(stage));

test('a transaction that hangs is undone, and the next one goes on', async () => {
  const { database, queue } = stage;
  const store = createStore(database, queue, { transactionLimitMs: 50 });
  const hanging = store.transaction(async (tx) => {
    await tx.roleRequests.insert(roleRequest({ id: 'hung' }));
    await new Promise(() => undefined);
  });
  await expect(hanging).rejects.toThrow('longer than 50 ms');
  expect(await store.roleRequests.get('hung')).toBeUndefined();
  await store.transaction((tx) => tx.roleRequests.insert(roleRequest({ id: 'next' })));
});

test('a transaction that has ended takes nothing more', async () => {
  const { store } = stage;
  const kept: Transaction[] = [];
  await store.transaction(async (tx) => void kept.push(tx));
  const late = kept[0]?.roleRequests.insert(roleRequest({ id: 'late' }));
  await expect(late).rejects.toThrow();
  expect(await store.roleRequests.get('late')).toBeUndefined();
});
