import type { Actor, DeliveryRecord, WebhookEndpoint } from '../model/records.ts';
import { makeDeliveries } from './make-deliveries.ts';

/** A `webhook.test` for one endpoint, whatever events it wants; to be given to `addDeliveries`. */
export function testDelivery(
  endpoint: WebhookEndpoint,
  { actor, key, now }: { readonly actor: Actor; readonly key: string; readonly now: string },
): readonly DeliveryRecord[] {
  return makeDeliveries({
    notice: {
      type: 'webhook.test',
      timestamp: now,
      data: { resource: null, state: null, accountId: null, actor },
    },
    key: `test ${key}`,
    endpoints: [{ ...endpoint, events: ['webhook.test'] }],
    recipients: [],
    config: { slackUrl: null, mail: null, publicUrl: null },
    now,
  });
}
