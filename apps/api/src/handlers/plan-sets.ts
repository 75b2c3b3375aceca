import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import { applyPlanSet } from '../use-cases/plan-sets/apply-plan-set.ts';
import { shownSetSummary, showPlanSet } from '../use-cases/plan-sets/show-plan-set.ts';
import { type StoredPlanSet, startPlanSet } from '../use-cases/plan-sets/start-plan-set.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { nextCursor, pageQuery } from './paging.ts';
import type { RoleRequestHandlerDeps } from './role-requests/handler-deps.ts';
import { workEvents } from './work-events.ts';

type PlanSetHandlers = Pick<
  Handlers,
  'listPlanSets' | 'createPlanSet' | 'getPlanSet' | 'listPlanSetEvents' | 'applyPlanSet'
>;

const retryAfter = 2;

export function planSetHandlers(
  deps: ServiceDeps & Pick<RoleRequestHandlerDeps, 'pause'>,
): PlanSetHandlers {
  const { store, pause } = deps;
  return {
    listPlanSets: async ({ query }) => {
      const { rows, next } = await store.planSets.list(pageQuery(query));
      return { status: 200, body: { items: rows.map(shownSetSummary), ...nextCursor(next) } };
    },

    createPlanSet: async (ctx) => {
      const { manifest, accounts, partial = false, includeRetired = false } = ctx.body;
      const input = { manifest, accounts, partial, includeRetired };
      return startPlanSet(deps, ctx.caller, input, async (tx, made) =>
        ctx.remember(tx.idempotency, {
          status: 202 as const,
          body: await showPlanSet(tx, deps, made),
          headers: { Location: `/v1/plan-sets/${made.set.id}`, 'Retry-After': retryAfter },
        }),
      );
    },

    getPlanSet: async ({ params }) => {
      const body = await showPlanSet(store, deps, await requirePlanSet(deps, params.id));
      return { status: 200, body };
    },

    listPlanSetEvents: async (ctx) => {
      const { id } = (await requirePlanSet(deps, ctx.params.id)).set;
      const isThrough = async () => (await store.planSets.get(id))?.finishedAt !== null;
      return workEvents(store, ctx, { subject: `plan-sets/${id}`, isThrough, pause });
    },

    applyPlanSet: async (ctx) => {
      const { accounts, allowReplace = false } = ctx.body;
      const { id } = ctx.params;
      return applyPlanSet(deps, ctx.caller, { id, accounts, allowReplace }, (tx, body) =>
        ctx.remember(tx.idempotency, {
          status: 202 as const,
          body,
          headers: { Location: `/v1/plan-sets/${id}`, 'Retry-After': retryAfter },
        }),
      );
    },
  };
}

async function requirePlanSet({ store }: ServiceDeps, id: string): Promise<StoredPlanSet> {
  const set = await store.planSets.get(id);
  if (set === undefined) throw problem('not-found');
  return { set, members: await store.planSets.listMembers(id) };
}
