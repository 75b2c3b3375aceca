import { canonicalJson, type Json } from '@rolecall/policy';
import { eventNotice } from '../../notify/event-notice.ts';
import type { Evidence } from './evidence.fixture.ts';

/** The longest that an attempt of a service that was killed keeps others away. */
const claimMs = 121_000;

/** Of webhooks: each event is told at least once, and always under one id. */
export function noticeLaws(evidence: Evidence): readonly string[] {
  const { events, received, outbox, now } = evidence;
  const registered = events.find(({ type }) => type === 'webhook-endpoint.created')?.sequence ?? 0;
  const notices = events
    .filter(({ sequence }) => sequence > registered)
    .flatMap((event) => eventNotice(event) ?? []);
  const expected = Map.groupBy(notices, canonical);
  const arrived = Map.groupBy(received, ({ body }) => canonical(JSON.parse(body)));
  const idsOf = (body: string) => new Set(arrived.get(body)?.map(({ id }) => id)).size;
  const strange = [...arrived].flatMap(([body]) => {
    const most = expected.get(body)?.length ?? 0;
    return idsOf(body) > most ? [`told under ${idsOf(body)} ids, not ${most}: ${body}`] : [];
  });
  // The list of deliveries does not say what they are about, so that those to come are counted.
  const arrivedIds = new Set(received.map(({ id }) => id));
  const toCome = outbox.filter(({ id, state }) => state === 'pending' && !arrivedIds.has(id));
  const missing = [...expected].reduce(
    (sum, [body, same]) => sum + Math.max(0, same.length - idsOf(body)),
    0,
  );
  const late = outbox.filter(
    ({ state, nextAttemptAt }) =>
      state === 'pending' && Date.parse(nextAttemptAt ?? '') > Date.parse(now) + claimMs,
  );
  return [
    ...strange,
    ...(missing > toCome.length ? [`${missing - toCome.length} notices were never told`] : []),
    ...late.map(({ id }) => `delivery ${id} waits for longer than a claim`),
    ...outbox
      .filter(({ state }) => state === 'abandoned')
      .map(({ id }) => `delivery ${id} was given up`),
  ];
}

function canonical(notice: Json): string {
  return canonicalJson(notice);
}
