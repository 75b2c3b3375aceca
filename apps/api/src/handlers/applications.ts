import type { Schema } from '@rolecall/contract';
import { z } from 'zod';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { ServerEvent } from '../http/stream-answer.ts';
import type { ApplicationRecord, AuditEvent } from '../model/records.ts';
import { followApplication } from '../use-cases/plans/follow-application.ts';
import { requestApplication } from '../use-cases/plans/request-application.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { countPattern, nextCursor, pageQuery } from './paging.ts';
import type { RoleRequestHandlerDeps } from './role-requests/handler-deps.ts';

type ApplicationHandlers = Pick<
  Handlers,
  'listApplications' | 'applyPlan' | 'getApplication' | 'listApplicationEvents'
>;

const retryAfter = 2;

export function applicationHandlers(
  deps: ServiceDeps & Pick<RoleRequestHandlerDeps, 'pause'>,
): ApplicationHandlers {
  const { store, pause } = deps;
  return {
    listApplications: async ({ query }) => {
      const filter = { accountId: query.accountId };
      const { rows, next } = await store.applications.list({ ...pageQuery(query), filter });
      return { status: 200, body: { items: rows.map(shownApplication), ...nextCursor(next) } };
    },

    applyPlan: async (ctx) => {
      const { planId, allowReplace = false } = ctx.body;
      return requestApplication(deps, ctx.caller, { planId, allowReplace }, (tx, application) =>
        ctx.remember(tx.idempotency, {
          status: 202 as const,
          body: shownApplication(application),
          headers: { Location: `/v1/applications/${application.id}`, 'Retry-After': retryAfter },
        }),
      );
    },

    getApplication: async ({ params }) => ({
      status: 200,
      body: shownApplication(await requireApplication(deps, params.id)),
    }),

    listApplicationEvents: async ({ params: { id }, query, headers, accept, signal }) => {
      await requireApplication(deps, id);
      const { limit, after } = pageQuery(query, countPattern);
      const from = Number(headers['Last-Event-ID'] ?? after?.id ?? 0);
      if (accept === 'text/event-stream')
        return {
          status: 200,
          body: asServerEvents(followApplication(store, { id, after: from, signal, pause })),
        };
      const filter = { subject: `applications/${id}` };
      const rows = await store.auditEvents.list({ after: from, limit: limit + 1, filter });
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      const next = last && { createdAt: last.at, id: String(last.sequence) };
      return { status: 200, body: { items: shown.map(shownEvent), ...nextCursor(next) } };
    },
  };
}

async function requireApplication({ store }: ServiceDeps, id: string): Promise<ApplicationRecord> {
  const application = await store.applications.get(id);
  if (application === undefined) throw problem('not-found');
  return application;
}

/** Stored by the job, from core's `ApplyReport`. */
const report = z.custom<Schema<'ApplyReport'>>(
  (value) =>
    z.looseObject({ planId: z.string(), results: z.array(z.unknown()) }).safeParse(value).success,
);

function shownApplication({ revision: _, ...record }: ApplicationRecord): Schema<'Application'> {
  return { ...record, report: record.report === null ? null : report.parse(record.report) };
}

function shownEvent({ sequence, at, type, actor, data }: AuditEvent): Schema<'ResourceEvent'> {
  return { sequence, at, type, actor, data };
}

async function* asServerEvents(events: AsyncIterable<AuditEvent>): AsyncGenerator<ServerEvent> {
  for await (const event of events) {
    yield { id: String(event.sequence), event: event.type, data: shownEvent(event) };
  }
}
