import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { DeliveryRecord } from '../../model/records.ts';
import { testDelivery } from '../../notify/test-delivery.ts';
import type { Answering } from '../role-requests/deps.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { recordWebhookEvent } from './record-webhook-event.ts';

/**
 * Sends one `webhook.test` to an endpoint.
 *
 * @throws Problem `not-found`, `state-conflict` for one that is disabled
 */
export async function testEndpoint<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'newId'>,
  caller: Caller,
  { id }: { readonly id: string },
  answer: Answering<DeliveryRecord, Answered>,
): Promise<Answered> {
  const now = deps.now();
  return deps.store.transaction(async (tx) => {
    const endpoint = await tx.webhookEndpoints.get(id);
    if (endpoint === undefined) throw problem('not-found');
    if (endpoint.state === 'disabled') throw problem('state-conflict');
    const about = { actor: caller.actor, key: deps.newId(), now: now.toISOString() };
    const [delivery] = testDelivery(endpoint, about);
    if (delivery === undefined) throw new Error('An endpoint that is tested gets a delivery.');
    await tx.deliveries.insert(delivery);
    await tx.enqueue('deliver', { deliveryId: delivery.id });
    recordWebhookEvent(tx, endpoint, { type: 'webhook-endpoint.tested', caller, now });
    return answer(tx, delivery);
  });
}
