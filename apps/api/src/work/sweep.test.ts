import { generateKeyPairSync } from 'node:crypto';
import { readHeads, verifyHead } from '@rolecall/audit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeliveryRecord, WebhookEndpoint } from '../model/records.ts';
import { publishHead } from '../notify/publish-head.ts';
import { closeStage, openMemoryStage, type Stage } from '../storage/testing/stage.fixture.ts';
import { createProbes } from './probes.ts';
import { sweep } from './sweep.ts';
import type { SweepDeps } from './sweep-deps.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const lines: string[] = [];
const log = {
  info: (_: object, message: string) => void lines.push(message),
  warn: () => {},
  error: (fields: object) => void lines.push(Object.values(fields).map(String).join()),
};

let stage: Stage;
beforeAll(async () => {
  stage = await openMemoryStage();
}, 120_000);
afterAll(() => closeStage(stage));

function sweepAt(time: string, parts: Partial<SweepDeps> = {}): Promise<void> {
  const deps = {
    store: stage.store,
    now: () => new Date(time),
    deliveryRetentionMs: 86_400_000,
    retention: { requestsMs: null, checkRunsMs: 86_400_000, plansMs: 86_400_000 },
    newFence: () => 'fence',
    sweepLife: async () => {},
    remindReviewers: async () => {},
    lapseRuleChanges: async () => {},
    expireSecrets: async () => {},
    publishHead: async () => {},
    reportDeadLetters: async () => {},
    ...parts,
  };
  return sweep(deps, { log, signal: new AbortController().signal });
}

async function addDelivery(fields: Partial<DeliveryRecord>): Promise<void> {
  const at = '2026-11-21T10:00:00.000Z';
  const delivery: DeliveryRecord = {
    ...{ id: 'd', channel: 'webhook', target: 'e', eventType: 'webhook.test', payload: {} },
    ...{ state: 'pending', attempts: 1, nextAttemptAt: at, failure: null },
    ...{ createdAt: at, deliveredAt: null },
    ...fields,
  };
  await stage.store.transaction((tx) => tx.deliveries.insert(delivery));
}

describe('the sweep', () => {
  it('does its other parts where one fails, and says so', async () => {
    const done: string[] = [];
    await sweepAt('2026-11-21T10:00:00.000Z', {
      sweepLife: () => Promise.reject(new Error('no')),
      publishHead: async () => done.push('head'),
    });
    expect(done).toEqual(['head']);
    expect(lines).toEqual(['Error: no,life']);
  });

  it('has those notices sent that are due, and forgets old ones', async () => {
    await addDelivery({ id: 'due' });
    await addDelivery({ id: 'later', nextAttemptAt: '2026-11-21T12:00:00.000Z' });
    await addDelivery({ id: 'old', state: 'delivered', nextAttemptAt: null });
    await sweepAt('2026-11-22T10:00:00.000Z', { deliveryRetentionMs: 86_400_001 });
    expect(await stage.store.deliveries.get('old')).toMatchObject({ state: 'delivered' });
    await sweepAt('2026-11-21T11:00:00.000Z', { deliveryRetentionMs: 3_599_999 });
    expect(await stage.store.deliveries.get('old')).toBe(undefined);
    expect(await stage.store.deliveries.get('due')).toMatchObject({ state: 'pending' });
    const waiting = (await stage.queue.backlog()).find(({ queue }) => queue === 'deliver');
    expect(waiting).toMatchObject({ waiting: 2 });
  });

  it('hands the head outside when it has moved and its time has come', async () => {
    const { store } = stage;
    const options = { store, auditKey: privateKey, everyMs: 900_000, log };
    const publish = (time: string) => publishHead({ ...options, now: () => new Date(time) });
    const addEvent = () =>
      store.transaction(async (tx) => {
        const actor = { kind: 'service', id: 'service', name: 'Rolecall' } as const;
        const about = { subject: 'x', accountId: null, data: null };
        tx.audit({ at: '2026-11-23T00:00:00.000Z', actor, type: 'x', ...about });
      });
    await addEvent();
    const endpoint: WebhookEndpoint = {
      ...{ id: 'heads', url: 'https://heads.example.com', events: ['audit.head'], secret: 's' },
      ...{ state: 'enabled', revision: 1, createdAt: '2026-11-23T00:00:00.000Z' },
    };
    await store.transaction((tx) => tx.webhookEndpoints.insert(endpoint));
    const head = await publish('2026-11-23T00:00:00.000Z');
    const filter = { target: 'heads' };
    const { rows } = await store.deliveries.list({ limit: 1, filter });
    const [delivery] = rows;
    expect(delivery?.payload).toMatchObject({ type: 'audit.head', data: { state: null, head } });
    const handed = readHeads(JSON.stringify(delivery?.payload));
    expect(handed.map((one) => verifyHead(one, [publicKey]))).toEqual([true]);
    expect(head && verifyHead(head, [publicKey])).toBe(true);
    expect(head).toMatchObject(await store.auditEvents.head());
    expect(await publish('2026-11-23T01:00:00.000Z')).toBe(undefined);
    await addEvent();
    expect(await publish('2026-11-23T00:14:59.000Z')).toBe(undefined);
    expect(await publish('2026-11-23T00:15:00.000Z')).toMatchObject(await store.auditEvents.head());
  });

  it('is what readiness looks at', async () => {
    await sweepAt('2026-11-24T10:00:00.000Z');
    const queueAt = (time: string) =>
      createProbes({
        ...stage,
        now: () => new Date(time),
        startedAt: new Date('2026-11-24T09:00:00.000Z'),
      }).queue?.(new AbortController().signal);
    await expect(queueAt('2026-11-24T10:05:00.000Z')).resolves.toBe(undefined);
    await expect(queueAt('2026-11-24T10:05:01.000Z')).rejects.toThrow();
  });
});
