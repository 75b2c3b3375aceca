import type { Schema } from '@rolecall/contract';
import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { WebhookEndpoint } from '../../model/records.ts';
import { rotateEndpointSecret } from '../../notify/endpoint-secrets.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { Answering } from '../role-requests/deps.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { EndpointWithSecret } from './create-endpoint.ts';
import { recordWebhookEvent } from './record-webhook-event.ts';
import { requireTarget } from './require-target.ts';

export interface SeenEndpoint {
  readonly id: string;
  readonly ifMatch: string | undefined;
}

/** @throws Problem */
export async function updateEndpoint<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'targets'>,
  caller: Caller,
  { patch, ...seen }: SeenEndpoint & { readonly patch: Schema<'WebhookEndpointPatch'> },
  answer: Answering<WebhookEndpoint, Answered>,
): Promise<Answered> {
  if (patch.url !== undefined) await requireTarget(patch.url, deps.targets);
  return deps.store.transaction(async (tx) => {
    const before = await seenEndpoint(tx, seen);
    const { url = before.url, events = before.events, state = before.state } = patch;
    const after = await change(tx, before, { url, events, state });
    const now = deps.now();
    recordWebhookEvent(tx, after, { type: 'webhook-endpoint.changed', caller, now });
    return answer(tx, after);
  });
}

/** A new secret, shown once; the old one still signs too for a day. @throws Problem */
export async function rotateSecret<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'sealer' | 'random'>,
  caller: Caller,
  seen: SeenEndpoint,
  answer: Answering<EndpointWithSecret, Answered>,
): Promise<Answered> {
  return deps.store.transaction(async (tx) => {
    const before = await seenEndpoint(tx, seen);
    const now = deps.now();
    const { shown, sealed } = rotateEndpointSecret(before, { ...deps, now });
    const endpoint = await change(tx, before, { secret: sealed });
    recordWebhookEvent(tx, endpoint, { type: 'webhook-endpoint.secret-rotated', caller, now });
    return answer(tx, { endpoint, secret: shown });
  });
}

/** Deliveries that wait find nobody there and are dropped. @throws Problem */
export async function removeEndpoint(
  deps: Pick<ServiceDeps, 'store' | 'now'>,
  caller: Caller,
  seen: SeenEndpoint,
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const endpoint = await seenEndpoint(tx, seen);
    const removed = await tx.webhookEndpoints.deleteIf(endpoint.id, endpoint.revision);
    if (removed !== 'deleted') throw problem('precondition-failed');
    const now = deps.now();
    recordWebhookEvent(tx, endpoint, { type: 'webhook-endpoint.removed', caller, now });
  });
}

async function seenEndpoint(tx: Transaction, { id, ifMatch }: SeenEndpoint) {
  const endpoint = await tx.webhookEndpoints.get(id);
  if (endpoint === undefined) throw problem('not-found');
  requireMatch(ifMatch, endpoint.revision);
  return endpoint;
}

async function change(
  tx: Transaction,
  { id, revision }: WebhookEndpoint,
  changes: Partial<Pick<WebhookEndpoint, 'url' | 'events' | 'state' | 'secret'>>,
): Promise<WebhookEndpoint> {
  const after = await tx.webhookEndpoints.updateIf(id, revision, changes);
  if (typeof after === 'string') throw problem('precondition-failed');
  return after;
}
