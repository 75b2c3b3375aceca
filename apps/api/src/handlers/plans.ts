import type { Schema } from '@rolecall/contract';
import { driftOf } from '@rolecall/core';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { PlanRecord } from '../model/records.ts';
import { createPlan } from '../use-cases/plans/create-plan.ts';
import { createRollback } from '../use-cases/plans/create-rollback.ts';
import { decidePlan } from '../use-cases/plans/decide-plan.ts';
import { readGivenManifest } from '../use-cases/plans/given-manifest.ts';
import { needsApproval, type PlanRules } from '../use-cases/plans/plan-approval.ts';
import { readPlan, readPlanned, readReview } from '../use-cases/plans/stored-plan.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { nextCursor, pageQuery, sha256Pattern } from './paging.ts';

export function planHandlers(
  deps: ServiceDeps,
): Pick<
  Handlers,
  'listPlans' | 'createPlan' | 'createRollback' | 'getPlan' | 'getPlanDrift' | 'decidePlan'
> {
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

    createRollback: async (ctx) => {
      const input = { applicationId: ctx.params.id, signal: ctx.signal };
      return createRollback(deps, ctx.caller, input, (tx, plan) =>
        ctx.remember(tx.idempotency, {
          status: 201 as const,
          body: shownPlan(deps, plan),
          headers: { Location: `/v1/plans/${plan.id}` },
        }),
      );
    },

    getPlan: async ({ params }) => {
      const plan = await requirePlan(deps, params.planId);
      return { status: 200, body: shownPlan(deps, plan) };
    },

    getPlanDrift: async ({ params }) => {
      const plan = await requirePlan(deps, params.planId);
      return { status: 200, body: driftOf(readPlanned(plan)) };
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

async function requirePlan({ store }: ServiceDeps, id: string): Promise<PlanRecord> {
  const plan = await store.plans.get(id);
  if (plan === undefined) throw problem('not-found');
  return plan;
}

function shownPlan(rules: PlanRules, record: PlanRecord): Schema<'AccountPlan'> {
  const { id, accountId, decision, madeBy, createdAt } = record;
  const { rollbackOf } = readGivenManifest(record.manifest);
  return {
    ...{ id, accountId, plan: readPlan(record), ...readReview(record) },
    ...(rollbackOf && { rollbackOf }),
    ...{ needsApproval: needsApproval(rules, record), decision, madeBy, createdAt },
  };
}
