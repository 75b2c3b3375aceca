import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeStage, openMemoryStage, type Stage } from '../storage/testing/stage.fixture.ts';
import { type HoldOptions, holdingAccounts } from './hold-account.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openMemoryStage();
}, 120_000);
afterAll(() => closeStage(stage));

function holder(name: string, given: Partial<HoldOptions> = {}) {
  return holdingAccounts({
    leases: stage.store.leases,
    holder: name,
    signal: new AbortController().signal,
    now: () => new Date(),
    sleep: () => delay(1),
    ...given,
  });
}

describe('holding an account', () => {
  it('lets one at a time in, and the next when it is given back', async () => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await delay(5);
      order.push(`${name} ends`);
    };
    await Promise.all([
      holder('a')('111111111111', work('a')),
      holder('b')('111111111111', work('b')),
    ]);
    const [first = '', , third = ''] = order;
    expect(new Set([first, third])).toEqual(new Set(['a begins', 'b begins']));
    expect(order).toEqual([
      first,
      first.replace('begins', 'ends'),
      third,
      third.replace('begins', 'ends'),
    ]);
  });

  it('gives it back when the work fails', async () => {
    const fail = holder('a')('222222222222', () => Promise.reject(new Error('no')));
    await expect(fail).rejects.toThrow('no');
    expect(await holder('b')('222222222222', async () => 'in')).toBe('in');
  });

  it('gives up on one that stays busy', async () => {
    const waiting = holder('a')('333333333333', () =>
      holder('b', { patienceMs: 1_000 })('333333333333', async () => 'in'),
    );
    await expect(waiting).rejects.toMatchObject({ name: 'AccountBusy' });
  });

  it('waits for it once only: the next one does not', async () => {
    const awaited = new Set<string>();
    const { promise: end, resolve } = Promise.withResolvers<void>();
    const held = holder('a')('555555555555', () => end);
    const lease = { accountId: '555555555555', holder: 'x', ttlMs: 60_000 };
    const now = new Date().toISOString();
    await expect.poll(() => stage.store.leases.acquire({ ...lease, now })).toBe('busy');
    const patient = holder('b', { awaited, patienceMs: 3_600_000 });
    const first = patient('555555555555', async () => 'in');
    await expect.poll(() => [...awaited]).toEqual(['555555555555']);
    await expect(patient('555555555555', async () => 'in')).rejects.toMatchObject({
      name: 'AccountBusy',
    });
    expect(await patient('666666666666', async () => 'another')).toBe('another');
    resolve();
    await held;
    expect(await first).toBe('in');
    expect([...awaited]).toEqual([]);
  });

  it('stops waiting when the job is to end', async () => {
    const end = AbortSignal.abort(new Error('stop'));
    await expect(holder('a', { signal: end })('333333333333', async () => {})).rejects.toThrow(
      'stop',
    );
  });

  it('notices that somebody else took it over, and lets nothing be written', async () => {
    let time = Date.now();
    const now = () => new Date(time);
    const outcome = holder('a', { now, ttlMs: 30 })('444444444444', async (held) => {
      const confirm = () => stage.store.transaction((tx) => held.confirm(tx));
      await confirm();
      time += 31;
      const { leases } = stage.store;
      const at = { accountId: '444444444444', now: now().toISOString(), ttlMs: 60_000 };
      expect(await leases.acquire({ ...at, holder: 'b' })).toMatchObject({ holder: 'b' });
      await new Promise((resolve) => held.signal.addEventListener('abort', resolve));
      await confirm();
    });
    await expect(outcome).rejects.toMatchObject({ code: 'CONCURRENT_MODIFICATION' });
  });
});
