import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openMemoryStage } from '../testing/stage.fixture.ts';

test('stopping lets the job that runs come to its end', async () => {
  const { database, queue, store } = await openMemoryStage();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const ended: string[] = [];
  await queue.work('remove', { pollingSeconds: 0.5 }, async ({ data }) => {
    begin();
    await setTimeout(300);
    ended.push(data.grantId);
  });
  await store.transaction((tx) => tx.enqueue('remove', { grantId: 'g' }));
  await begun;
  await queue.stop(10_000);
  expect(ended).toEqual(['g']);
  await database.close();
});
