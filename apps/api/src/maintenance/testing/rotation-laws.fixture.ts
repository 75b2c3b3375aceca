import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type SignedHead, signHead } from '@rolecall/audit';
import { expect, test } from 'vitest';
import type { IdempotencyClaim } from '../../http/idempotency.ts';
import { endpointSecrets, newEndpointSecret } from '../../notify/endpoint-secrets.ts';
import { createSealer } from '../../notify/sealer.ts';
import { createStore } from '../../storage/store.ts';
import type { Laws } from '../../storage/testing/database.fixture.ts';
import { now as at, person } from '../../storage/testing/records.fixture.ts';
import { compareHeads } from '../compare-heads.ts';
import { resealSecrets } from '../reseal-secrets.ts';

const now = () => new Date(at);
const random = randomBytes;

export const rotationLaws: Laws = (stage) => {
  /** A replica that has these sealing keys. */
  const replica = (...keys: readonly [Buffer, ...Buffer[]]) => {
    const sealer = createSealer(keys, { random });
    const store = createStore(stage().database, stage().queue, { sealing: sealer });
    const answers = store.idempotency({ now, newFence: () => 'fence' });
    return {
      async addEndpoint(id: string) {
        const { shown, sealed: secret } = newEndpointSecret(id, { sealer, random });
        const url = 'https://hooks.example/';
        const row = { id, url, events: [], secret, state: 'enabled', revision: 1 } as const;
        await store.transaction((tx) => tx.webhookEndpoints.insert({ ...row, createdAt: at }));
        return shown;
      },
      async secretOf(id: string) {
        const endpoint = await store.webhookEndpoints.get(id);
        return endpoint && endpointSecrets(endpoint, { sealer, now: now() });
      },
      async answer(key: string) {
        const outcome = await answers.claim(call(key), 60);
        if (outcome.kind === 'claimed') await answers.answer(outcome.claim, answerTo(key));
        return outcome.kind === 'answered' ? outcome.answer : outcome.kind;
      },
      reseal: () => resealSecrets({ store, sealer, now }),
    };
  };

  test('a new sealing key takes over step by step, and the old one may go', async () => {
    const [old, fresh] = [randomBytes(32), randomBytes(32)];
    const before = replica(old);
    const first = await before.addEndpoint('rotated-1');
    await before.answer('rotated');
    // First everybody can open with the new key, then everybody seals with it.
    const between = replica(old, fresh);
    const after = replica(fresh, old);
    const second = await after.addEndpoint('rotated-2');
    expect(await between.secretOf('rotated-2')).toEqual([second]);
    expect(await after.secretOf('rotated-1')).toEqual([first]);
    expect(await after.answer('rotated')).toEqual(answerTo('rotated'));
    await expect(replica(fresh).secretOf('rotated-1')).rejects.toThrow();

    const revision = (await stage().store.webhookEndpoints.get('rotated-1'))?.revision;
    const report = { resealed: 1, unreadable: 0 };
    expect(await after.reseal()).toEqual({ endpoints: report, answers: report });
    const alone = replica(fresh);
    expect(await alone.secretOf('rotated-1')).toEqual([first]);
    expect(await alone.secretOf('rotated-2')).toEqual([second]);
    expect(await alone.answer('rotated')).toEqual(answerTo('rotated'));
    expect((await stage().store.webhookEndpoints.get('rotated-1'))?.revision).toBe(revision);
    const nothing = { resealed: 0, unreadable: 0 };
    expect(await alone.reseal()).toEqual({ endpoints: nothing, answers: nothing });
  });

  test('what no key opens is counted, and left as it is', async () => {
    await replica(randomBytes(32)).addEndpoint('lost');
    const before = await stage().store.webhookEndpoints.get('lost');
    const { endpoints } = await replica(randomBytes(32)).reseal();
    expect(endpoints.unreadable).toBeGreaterThanOrEqual(1);
    expect(endpoints.resealed).toBe(0);
    expect(await stage().store.webhookEndpoints.get('lost')).toEqual(before);
  });

  test('heads that the audit key before signed go on bearing witness', async () => {
    const { store } = stage();
    const [old, fresh] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
    const signed = async (key = old): Promise<SignedHead> => {
      const about = { type: 'x', subject: 'x', accountId: null, data: null };
      await store.transaction(async (tx) => tx.audit({ at, actor: person('ada'), ...about }));
      return signHead(await store.auditEvents.head(), { key: key.privateKey, at });
    };
    const kept = [await signed(), await signed(fresh)];
    const both = [fresh.publicKey, old.publicKey];
    expect(await compareHeads(store, { kept, publicKeys: both })).toMatchObject({ kind: 'agrees' });
    expect(await compareHeads(store, { kept, publicKeys: [fresh.publicKey] })).toMatchObject({
      kind: 'unsigned',
      head: kept[0],
    });
    const { sequence, hash } = await store.auditEvents.head();
    const sign = (head: { readonly sequence: number; readonly hash: string }) =>
      signHead(head, { key: old.privateKey, at });
    const later = sign({ sequence: sequence + 3, hash });
    expect(await compareHeads(store, { kept: [...kept, later], publicKeys: both })).toMatchObject({
      kind: 'behind',
      ahead: { sequence: sequence + 3 },
      head: { sequence },
    });
    // Two chains: one of them before a restore.
    const other = sign({ sequence, hash: hash.replace(/./g, 'a') });
    for (const both of [
      [other, ...kept],
      [...kept, other],
    ])
      expect(
        await compareHeads(store, { kept: both, publicKeys: [fresh.publicKey, old.publicKey] }),
      ).toEqual({ kind: 'broken', sequence, why: 'head' });
  });
};

function call(key: string): Omit<IdempotencyClaim, 'fence'> {
  return { caller: 'ada', key, method: 'POST', path: '/v1/api-tokens', bodyHash: 'h' };
}

function answerTo(key: string) {
  return { status: 201, headers: {}, body: `{"token":"of ${key}"}` };
}
