import { expect, test } from 'vitest';
import type { AccountLease } from '../../model/records.ts';
import type { Laws } from './database.fixture.ts';
import { now } from './records.fixture.ts';

export const leaseLaws: Laws = (stage) => {
  const acquire = (accountId: string, holder: string, at = now) =>
    stage().store.leases.acquire({ accountId, holder, now: at, ttlMs: 60_000 });

  test('of fifty that want an account one gets it', async () => {
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => acquire('crowded', `job-${index}`)),
    );
    expect(held(results)).toHaveLength(1);
    expect(held(results)[0]).toMatchObject({ fence: 1, expiresAt: '2026-11-21T10:01:00.000Z' });
  });

  test('nobody holds it twice, not even under the same name', async () => {
    await acquire('same-name', 'job');
    expect(await acquire('same-name', 'job')).toBe('busy');
  });

  test('after it ran out the next one gets a higher fence, and the first is fenced off', async () => {
    const { store } = stage();
    const first = one(await acquire('fenced', 'slow'));
    const afterwards = '2026-11-21T10:01:00.000Z';
    const second = one(await acquire('fenced', 'quick', afterwards));
    expect(second.fence).toBe(first.fence + 1);
    expect(await store.leases.renew(first, { now: afterwards, ttlMs: 60_000 })).toBe('lost');
    await store.leases.release(first);
    expect(await acquire('fenced', 'third', afterwards)).toBe('busy');
    const confirm = (lease: AccountLease) => store.transaction((tx) => tx.leases.confirm(lease));
    expect(await confirm(first)).toBe(false);
    expect(await confirm(second)).toBe(true);
  });

  test('renewing makes it last, giving it back frees it', async () => {
    const { store } = stage();
    const lease = one(await acquire('renewed', 'a'));
    const renewed = await store.leases.renew(lease, {
      now: '2026-11-21T10:00:59.000Z',
      ttlMs: 60_000,
    });
    expect(await acquire('renewed', 'b', '2026-11-21T10:01:30.000Z')).toBe('busy');
    await store.leases.release(one(renewed));
    expect(one(await acquire('renewed', 'b'))).toMatchObject({ holder: 'b', fence: 2 });
    expect(await store.leases.renew(lease, { now, ttlMs: 60_000 })).toBe('lost');
  });
};

function held(results: readonly (AccountLease | 'busy')[]): readonly AccountLease[] {
  return results.filter((result) => result !== 'busy');
}

function one(result: AccountLease | 'busy' | 'lost'): AccountLease {
  if (typeof result === 'string') throw new Error(`no lease: ${result}`);
  return result;
}
