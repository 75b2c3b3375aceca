import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebhookEndpoint } from '../model/records.ts';
import { closeStage, openMemoryStage, type Stage } from '../storage/testing/stage.fixture.ts';
import { type DeliverDeps, deliverNotice } from './deliver-notice.ts';
import { newEndpointSecret } from './endpoint-secrets.ts';
import { addDeliveries, notifyEvent } from './notify-event.ts';
import { createSealer } from './sealer.ts';
import { createEmailSender } from './send-email.ts';
import { createSlackSender } from './send-slack.ts';
import { createWebhookSender } from './send-webhook.ts';
import { testDelivery } from './test-delivery.ts';
import { countingRandom } from './testing/counting-random.fixture.ts';
import { type Receiver, startReceiver } from './testing/receiver.fixture.ts';

const random = countingRandom();
const sealer = createSealer([createHash('sha256').update('key').digest()], { random });
const actor = { kind: 'service', id: 'service', name: 'Rolecall' } as const;
const signal = new AbortController().signal;

let stage: Stage;
let receiver: Receiver;
let count = 0;

beforeAll(async () => {
  [stage, receiver] = await Promise.all([openMemoryStage(), startReceiver()]);
}, 120_000);
afterAll(async () => {
  await receiver.close();
  await closeStage(stage);
});

/** An endpoint of its own, with its secret and a delivery that waits. */
async function scene(path: string, { allowed = true, events = ['webhook.test'] } = {}) {
  count += 1;
  let time = Date.now();
  const now = () => new Date(time);
  const id = `endpoint-${count}`;
  const { shown, sealed } = newEndpointSecret(id, { sealer, random });
  const endpoint: WebhookEndpoint = {
    id,
    url: `http://${receiver.host}${path}`,
    events,
    secret: sealed,
    state: 'enabled',
    revision: 1,
    createdAt: now().toISOString(),
  };
  const [delivery] = testDelivery(endpoint, { actor, key: id, now: now().toISOString() });
  if (delivery === undefined) throw new Error('there is one');
  await stage.store.transaction(async (tx) => {
    await tx.webhookEndpoints.insert(endpoint);
    await addDeliveries(tx, [delivery]);
  });
  const rules = {
    allowedHosts: allowed ? [receiver.host] : [],
    lookup: async () => [],
  };
  const webhook = createWebhookSender({
    endpoints: stage.store.webhookEndpoints,
    ...{ sealer, rules, now, timeoutMs: path === '/silent' ? 200 : 30_000 },
  });
  const slack = createSlackSender({ url: null, rules });
  const senders = { webhook, slack, email: createEmailSender(null, null) };
  const attempt = async (given: Partial<DeliverDeps['senders']> = {}) => {
    const deps = { store: stage.store, senders: { ...senders, ...given }, now, random: () => 0 };
    await deliverNotice(deps, { deliveryId: delivery.id }, { signal, log: { error: () => {} } });
    const after = await stage.store.deliveries.get(delivery.id);
    if (after === undefined) throw new Error('it is there');
    return after;
  };
  return {
    ...{ id, shown, delivery, attempt },
    pass: (ms: number) => {
      time += ms;
    },
    state: async () => (await stage.store.webhookEndpoints.get(id))?.state,
    received: () =>
      receiver.received.filter(({ headers }) => headers['webhook-id'] === delivery.id),
  };
}

describe('delivering', () => {
  it('sends what the foreign verifier accepts, once', async () => {
    const { attempt, received, shown } = await scene('/204');
    expect(await attempt()).toMatchObject({ state: 'delivered', attempts: 1, nextAttemptAt: null });
    await attempt();
    expect(received()).toHaveLength(1);
    const [{ body, headers }] = [received()[0] ?? { body: '', headers: {} }];
    expect(new Webhook(shown).verify(body, verifiable(headers))).toMatchObject({
      type: 'webhook.test',
      data: { resource: null, actor },
    });
    expect(headers).toMatchObject({ 'content-type': 'application/json' });
    expect(headers).not.toHaveProperty('authorization');
  });

  it.each(['/500', '/404', '/301', '/302', '/307', '/304', '/silent'])(
    'tries %s again, later and later, and then no more',
    async (path) => {
      const { attempt, pass, received } = await scene(path);
      const first = await attempt();
      expect(first).toMatchObject({ state: 'pending', attempts: 1 });
      // Too early: nothing happens.
      expect(await attempt()).toMatchObject({ attempts: 1 });
      if (path === '/silent') return;
      let last = first;
      for (let more = 0; more < 9; more += 1) {
        pass(24 * 3_600_000);
        last = await attempt();
      }
      expect(last).toMatchObject({ state: 'abandoned', attempts: 10, nextAttemptAt: null });
      expect(received().map((one) => one.path)).toEqual(Array.from({ length: 10 }, () => path));
    },
  );

  it('gives up in the end where the service itself is wrong', async () => {
    const { attempt, pass } = await scene('/204');
    const webhook = () => Promise.reject(new TypeError('the key is lost'));
    let last = await attempt({ webhook });
    expect(last).toMatchObject({ state: 'pending', failure: expect.stringMatching(/fault/) });
    for (let more = 0; more < 9; more += 1) {
      pass(24 * 3_600_000);
      last = await attempt({ webhook });
    }
    expect(last).toMatchObject({ state: 'abandoned', attempts: 10 });
  });

  it('gives up what was cut off in its last attempt', async () => {
    const { attempt, pass, delivery, received } = await scene('/204');
    await stage.store.transaction((tx) => tx.deliveries.update(delivery.id, { attempts: 10 }));
    pass(24 * 3_600_000);
    const failure = expect.any(String);
    expect(await attempt()).toMatchObject({ state: 'abandoned', nextAttemptAt: null, failure });
    expect(received()).toEqual([]);
  });

  it('waits as long as it is asked to', async () => {
    const { attempt, pass } = await scene('/429');
    expect(await attempt()).toMatchObject({ state: 'pending', attempts: 1 });
    pass(590_000);
    expect(await attempt()).toMatchObject({ attempts: 1 });
    pass(10_000);
    expect(await attempt()).toMatchObject({ attempts: 2 });
  });

  it('switches off an endpoint that is gone, and says so in the audit log', async () => {
    const { attempt, state, id } = await scene('/410');
    expect(await attempt()).toMatchObject({ state: 'abandoned', attempts: 1 });
    expect(await state()).toBe('disabled');
    const events = await stage.store.auditEvents.list({
      after: 0,
      limit: 100,
      filter: { subject: `webhook-endpoints/${id}` },
    });
    expect(events.map(({ type }) => type)).toEqual(['webhook-endpoint.disabled']);
  });

  it('connects to nothing private that is not allowed', async () => {
    const { attempt, received } = await scene('/204', { allowed: false });
    expect(await attempt()).toMatchObject({ state: 'pending', attempts: 1 });
    expect(received()).toEqual([]);
  });
});

describe('notifying', () => {
  it('puts one delivery into the outbox for each who wants it, however often the job comes', async () => {
    const wanting = await scene('/204', { events: ['grant.revoked', 'grant.activated'] });
    const other = await scene('/204', { events: ['grant.expired'] });
    const at = '2026-11-21T09:00:00.000Z';
    await stage.store.transaction(async (tx) => {
      const about = { at, actor, subject: 'grants/g1', accountId: '111122223333' };
      tx.audit({ ...about, type: 'grant.revoked', data: { state: 'revoked', secret: 'x' } });
      tx.audit({ ...about, type: 'grant.ended', data: {} });
    });
    const { sequence } = await stage.store.auditEvents.head();
    const deps = {
      store: stage.store,
      notices: { webhookHosts: [], slackUrl: 'https://hooks.slack.com/x', mail: null },
      publicUrl: 'https://rolecall.example.com',
      roleAssignments: [],
      now: () => new Date(at),
    };
    for (const position of [sequence - 1, sequence - 1, sequence, sequence + 99])
      await notifyEvent(deps, { sequence: position });
    const sent = async (target: string) =>
      (await stage.store.deliveries.list({ limit: 10, filter: { target } })).rows
        .filter(({ eventType }) => eventType !== 'webhook.test')
        .map(({ payload }) => payload);
    expect(await sent(wanting.id)).toEqual([
      {
        type: 'grant.revoked',
        timestamp: at,
        data: { resource: '/v1/grants/g1', state: 'revoked', accountId: '111122223333', actor },
      },
    ]);
    expect(await sent(other.id)).toEqual([]);
    expect(await sent('slack')).toHaveLength(1);
  });
});

function verifiable(headers: Receiver['received'][number]['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]),
  );
}
