import type { Schema } from '@rolecall/contract';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { PlanRecord } from '../model/records.ts';
import { createPlan } from '../use-cases/plans/create-plan.ts';
import { decidePlan } from '../use-cases/plans/decide-plan.ts';
import { needsApproval, type PlanRules } from '../use-cases/plans/plan-approval.ts';
import { readPlan, readReview } from '../use-cases/plans/stored-plan.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { nextCursor, pageQuery, sha256Pattern } from './paging.ts';

export function planHandlers(
  deps: ServiceDeps,
): Pick<Handlers, 'listPlans' | 'createPlan' | 'getPlan' | 'decidePlan'> {
  return {
    listPlans: async ({ query }) => {
      const { accountId } = query;
      const page = pageQuery(query, sha256Pattern);
      const { rows, next } = await deps.store.plans.list({ ...page, filter: { accountId } });
      return { status: 200, body: { items: rows, ...nextCursor(next) } };
    },

    createPlan: async (ctx) => {
      const { accountId, manifest, includeRetired = false } = ctx.body;
      const input = { accountId, manifest, includeRetired, signal: ctx.signal };
      return createPlan(deps, ctx.caller, input, (tx, plan) =>
        ctx.remember(tx.idempotency, {
          status: 201 as const,
          body: shownPlan(deps, plan),
          headers: { Location: `/v1/plans/${plan.id}` },
        }),
      );
    },

    getPlan: async ({ params }) => {
      const plan = await deps.store.plans.get(params.planId);
      if (plan === undefined) throw problem('not-found');
      return { status: 200, body: shownPlan(deps, plan) };
    },

    decidePlan: async (ctx) => {
      const { decision, comment = '' } = ctx.body;
      const answer = { planId: ctx.params.planId, decision, comment };
      return decidePlan(deps, ctx.caller, answer, (tx, plan) =>
        ctx.remember(tx.idempotency, { status: 200 as const, body: shownPlan(deps, plan) }),
      );
    },
  };
}

function shownPlan(rules: PlanRules, record: PlanRecord): Schema<'AccountPlan'> {
  const { id, accountId, decision, madeBy, createdAt } = record;
  return {
    ...{ id, accountId, plan: readPlan(record), ...readReview(record) },
    ...{ needsApproval: needsApproval(rules, record), decision, madeBy, createdAt },
  };
}
