import type { Schema } from '@rolecall/contract';
import { etagOf } from '../http/etag.ts';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { DeliveryRecord, WebhookEndpoint } from '../model/records.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import {
  removeEndpoint,
  rotateSecret,
  updateEndpoint,
} from '../use-cases/webhooks/change-endpoint.ts';
import { createEndpoint, type EndpointWithSecret } from '../use-cases/webhooks/create-endpoint.ts';
import { testEndpoint } from '../use-cases/webhooks/test-endpoint.ts';
import { isWebhookEventType } from '../use-cases/webhooks/webhook-event-types.ts';
import { nextCursor, pageQuery } from './paging.ts';

type WebhookHandlers = Pick<
  Handlers,
  | 'listWebhookEndpoints'
  | 'createWebhookEndpoint'
  | 'getWebhookEndpoint'
  | 'updateWebhookEndpoint'
  | 'deleteWebhookEndpoint'
  | 'rotateWebhookSecret'
  | 'listWebhookDeliveries'
  | 'testWebhookEndpoint'
>;

const retryAfter = 2;

export function webhookHandlers(deps: ServiceDeps): WebhookHandlers {
  const { store } = deps;
  return {
    listWebhookEndpoints: async ({ query }) => {
      const { rows, next } = await store.webhookEndpoints.list(pageQuery(query));
      return { status: 200, body: { items: rows.map(shownEndpoint), ...nextCursor(next) } };
    },

    createWebhookEndpoint: async (ctx) =>
      createEndpoint(deps, ctx.caller, ctx.body, (tx, made) =>
        ctx.remember(tx.idempotency, {
          status: 201 as const,
          body: shownWithSecret(made),
          headers: {
            ETag: etagOf(made.endpoint.revision),
            Location: `/v1/webhook-endpoints/${made.endpoint.id}`,
          },
        }),
      ),

    getWebhookEndpoint: async ({ params }) => {
      const endpoint = await requireEndpoint(deps, params.id);
      return {
        status: 200,
        body: shownEndpoint(endpoint),
        headers: { ETag: etagOf(endpoint.revision) },
      };
    },

    updateWebhookEndpoint: async (ctx) => {
      const change = { ...seenOf(ctx), patch: ctx.body };
      return updateEndpoint(deps, ctx.caller, change, (tx, endpoint) =>
        ctx.remember(tx.idempotency, {
          status: 200 as const,
          body: shownEndpoint(endpoint),
          headers: { ETag: etagOf(endpoint.revision) },
        }),
      );
    },

    deleteWebhookEndpoint: async (ctx) => {
      await removeEndpoint(deps, ctx.caller, seenOf(ctx));
      return { status: 204 };
    },

    rotateWebhookSecret: async (ctx) =>
      rotateSecret(deps, ctx.caller, seenOf(ctx), (tx, made) =>
        ctx.remember(tx.idempotency, {
          status: 200 as const,
          body: shownWithSecret(made),
          headers: { ETag: etagOf(made.endpoint.revision) },
        }),
      ),

    listWebhookDeliveries: async ({ params: { id: target }, query }) => {
      await requireEndpoint(deps, target);
      const { rows, next } = await store.deliveries.list({
        ...pageQuery(query),
        filter: { target, channel: 'webhook' },
      });
      return { status: 200, body: { items: rows.map(shownDelivery), ...nextCursor(next) } };
    },

    testWebhookEndpoint: async (ctx) => {
      const { id } = ctx.params;
      return testEndpoint(deps, ctx.caller, { id }, (tx, delivery) =>
        ctx.remember(tx.idempotency, {
          status: 202 as const,
          body: shownDelivery(delivery),
          headers: {
            Location: `/v1/webhook-endpoints/${id}/deliveries`,
            'Retry-After': retryAfter,
          },
        }),
      );
    },
  };
}

function seenOf(ctx: {
  readonly params: { readonly id: string };
  readonly headers: { readonly 'If-Match': string };
}) {
  return { id: ctx.params.id, ifMatch: ctx.headers['If-Match'] };
}

async function requireEndpoint({ store }: ServiceDeps, id: string): Promise<WebhookEndpoint> {
  const endpoint = await store.webhookEndpoints.get(id);
  if (endpoint === undefined) throw problem('not-found');
  return endpoint;
}

function shownEndpoint(endpoint: WebhookEndpoint): Schema<'WebhookEndpoint'> {
  const { secret: _, events, ...shown } = endpoint;
  return { ...shown, events: events.filter(isWebhookEventType) };
}

function shownWithSecret({
  endpoint,
  secret,
}: EndpointWithSecret): Schema<'WebhookEndpointWithSecret'> {
  return { ...shownEndpoint(endpoint), secret };
}

function shownDelivery(delivery: DeliveryRecord): Schema<'WebhookDelivery'> {
  const { id, target, eventType, state, attempts, nextAttemptAt, failure } = delivery;
  if (!isWebhookEventType(eventType)) throw new Error(`No webhook tells of ${eventType}.`);
  const { createdAt, deliveredAt } = delivery;
  return {
    id,
    endpointId: target,
    eventType,
    state,
    attempts,
    nextAttemptAt,
    failure,
    createdAt,
    deliveredAt,
  };
}
