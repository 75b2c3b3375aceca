import { expect, test } from 'vitest';
import type { ClaimOutcome, IdempotencyClaim, IdempotentRequest } from '../../http/idempotency.ts';
import type { Laws } from './database.fixture.ts';
import { now, roleRequest } from './records.fixture.ts';

const answer = { status: 201, headers: { etag: '"1"' }, body: '{}' };

export const idempotencyLaws: Laws = (stage) => {
  let fences = 0;
  const keysAt = (instant: string) =>
    stage().store.idempotency({ now: () => new Date(instant), newFence: () => `f${++fences}` });
  const claim = (request: IdempotentRequest, at = now) => keysAt(at).claim(request, 60);

  test('of fifty with one key one does the work, and the others find its answer', async () => {
    const { store } = stage();
    const call = request('race');
    const results = await Promise.all(Array.from({ length: 50 }, () => claim(call)));
    const claims = results.filter(({ kind }) => kind === 'claimed');
    expect(claims).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === 'running')).toHaveLength(49);
    await store.transaction((tx) => tx.idempotency.storeAnswer(claimed(claims[0]), answer));
    expect(await claim(call)).toEqual({ kind: 'answered', request: call, answer });
    expect(await claim({ ...call, caller: 'another' })).toMatchObject({ kind: 'claimed' });
  });

  test('who was too slow can store neither effect nor answer', async () => {
    const { store } = stage();
    const call = request('slow');
    const slow = claimed(await claim(call));
    const quick = claimed(await claim(call, '2026-11-21T10:01:00.000Z'));
    const effect = store.transaction(async (tx) => {
      await tx.roleRequests.insert(roleRequest({ id: 'too-late' }));
      await tx.idempotency.storeAnswer(slow, answer);
    });
    await expect(effect).rejects.toThrow('run out');
    expect(await store.roleRequests.get('too-late')).toBeUndefined();
    await keysAt(now).answer(quick, { ...answer, status: 409, body: null });
    expect(await claim(call)).toMatchObject({ answer: { status: 409, body: null } });
  });

  test('a key given back is free, one with an answer is not given back', async () => {
    const call = request('released');
    const first = claimed(await claim(call));
    await keysAt(now).release(first);
    const second = claimed(await claim(call));
    await keysAt(now).answer(second, answer);
    await keysAt(now).release(second);
    expect(await claim(call)).toMatchObject({ kind: 'answered' });
  });

  test('answers are forgotten after a day', async () => {
    const call = request('old');
    await keysAt(now).answer(claimed(await claim(call)), answer);
    expect(await claim(call, '2026-11-22T10:00:59.000Z')).toMatchObject({ kind: 'answered' });
    expect(await claim(call, '2026-11-22T10:01:00.000Z')).toMatchObject({ kind: 'claimed' });
    expect(await keysAt('2026-12-01T00:00:00.000Z').deleteExpired(1000)).toBeGreaterThan(0);
  });
};

function request(key: string): IdempotentRequest {
  return { caller: 'ada', key, method: 'POST', path: '/v1/role-requests', bodyHash: 'abc' };
}

function claimed(outcome: ClaimOutcome | undefined): IdempotencyClaim {
  if (outcome?.kind !== 'claimed') throw new Error(`not claimed but ${outcome?.kind}`);
  return outcome.claim;
}
