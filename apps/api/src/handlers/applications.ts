import type { Schema } from '@rolecall/contract';
import { z } from 'zod';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { ApplicationRecord } from '../model/records.ts';
import { requestApplication } from '../use-cases/plans/request-application.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { nextCursor, pageQuery } from './paging.ts';
import type { RoleRequestHandlerDeps } from './role-requests/handler-deps.ts';
import { workEvents } from './work-events.ts';

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

    listApplicationEvents: async (ctx) => {
      const { id } = ctx.params;
      await requireApplication(deps, id);
      const isThrough = async () => (await store.applications.get(id))?.finishedAt !== null;
      return workEvents(store, ctx, { subject: `applications/${id}`, isThrough, pause });
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
