import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSealer } from '../../notify/sealer.ts';
import { createStore } from '../store.ts';
import { closeStage, openMemoryStage } from '../testing/stage.fixture.ts';

it('keeps answers that hold a secret unreadable, and gives them back', async () => {
  const stage = await openMemoryStage();
  const sealing = createSealer([randomBytes(32)], { random: randomBytes });
  const store = createStore(stage.database, stage.queue, { sealing });
  const keys = store.idempotency({
    now: () => new Date('2026-11-21T12:00:00Z'),
    newFence: () => randomBytes(8).toString('hex'),
  });
  const request = {
    caller: 'ana',
    key: 'k-1',
    method: 'POST',
    path: '/v1/api-tokens',
    bodyHash: 'h',
  };
  const claimed = await keys.claim(request, 30);
  if (claimed.kind !== 'claimed') throw new Error(claimed.kind);
  const answer = { status: 201, headers: {}, body: '{"token":"rc_secret"}' };
  await store.transaction((tx) => tx.idempotency.storeAnswer(claimed.claim, answer));
  const rows = await stage.database.sql.selectFrom('idempotency_keys').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('rc_secret');
  expect(await keys.claim(request, 30)).toMatchObject({ kind: 'answered', answer });
  await closeStage(stage);
});
