import type { Schema } from '@rolecall/contract';
import type { Caller } from '../../identity/caller.ts';
import type { WebhookEndpoint } from '../../model/records.ts';
import { newEndpointSecret } from '../../notify/endpoint-secrets.ts';
import type { Answering } from '../role-requests/deps.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { recordWebhookEvent } from './record-webhook-event.ts';
import { requireTarget } from './require-target.ts';

export interface EndpointWithSecret {
  readonly endpoint: WebhookEndpoint;
  /** To be shown this once. */
  readonly secret: string;
}

/** @throws Problem `webhook-url-refused` */
export async function createEndpoint<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'newId' | 'sealer' | 'random' | 'targets'>,
  caller: Caller,
  { url, events }: Schema<'WebhookEndpointInput'>,
  answer: Answering<EndpointWithSecret, Answered>,
): Promise<Answered> {
  await requireTarget(url, deps.targets);
  const id = deps.newId();
  const now = deps.now();
  const { shown, sealed } = newEndpointSecret(id, deps);
  const endpoint: WebhookEndpoint = {
    id,
    url,
    events,
    secret: sealed,
    state: 'enabled',
    revision: 1,
    createdAt: now.toISOString(),
  };
  return deps.store.transaction(async (tx) => {
    await tx.webhookEndpoints.insert(endpoint);
    recordWebhookEvent(tx, endpoint, { type: 'webhook-endpoint.created', caller, now });
    return answer(tx, { endpoint, secret: shown });
  });
}
