import type { Handlers } from '../http/handler.ts';
import { verifyAccountJob } from '../use-cases/accounts/verify-account-job.ts';
import { checkRunJob } from '../use-cases/checks/check-run-job.ts';
import { guideWalkJob } from '../use-cases/guides/guide-walk-job.ts';
import { planSetJob } from '../use-cases/plan-sets/plan-set-job.ts';
import { applyJob } from '../use-cases/plans/apply-job.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import type { UseCaseJobs } from '../work/jobs.ts';
import { accountHandlers } from './accounts.ts';
import { tokenHandlers } from './api-tokens.ts';
import { applicationHandlers } from './applications.ts';
import { auditHandlers } from './audit.ts';
import { blueprintHandlers } from './blueprints.ts';
import { checkReportHandlers } from './check-reports.ts';
import { checkHandlers } from './check-runs.ts';
import { exceptionHandlers } from './exceptions.ts';
import { guideHandlers } from './guides.ts';
import { meHandlers } from './me.ts';
import { planSetHandlers } from './plan-sets.ts';
import { planHandlers } from './plans.ts';
import { policyHandlers } from './policies.ts';
import { principalMappingHandlers } from './principal-mappings.ts';
import type { RoleRequestHandlerDeps } from './role-requests/handler-deps.ts';
import { roleRequestHandlers } from './role-requests/index.ts';
import { ruleChangeHandlers } from './rule-changes.ts';
import { ruleHandlers } from './rules.ts';
import { secretHandlers } from './secrets.ts';
import { webhookHandlers } from './webhooks.ts';

export type HandlerDeps = ServiceDeps & RoleRequestHandlerDeps;

/** One handler for each operation of the contract; a missing one does not compile. */
export function createHandlers(deps: HandlerDeps): Handlers {
  return { ...serviceHandlers(deps), ...roleRequestHandlers(deps) };
}

/** Everything but role requests, grants, eligibility and delegations. */
function serviceHandlers(deps: HandlerDeps) {
  return {
    ...meHandlers(deps),
    ...accountHandlers(deps),
    ...checkHandlers(deps),
    ...checkReportHandlers(deps),
    ...exceptionHandlers(deps),
    ...guideHandlers(deps),
    ...blueprintHandlers,
    ...policyHandlers,
    ...planHandlers(deps),
    ...planSetHandlers(deps),
    ...applicationHandlers(deps),
    ...secretHandlers(deps),
    ...ruleHandlers(deps),
    ...principalMappingHandlers(deps),
    ...ruleChangeHandlers(deps),
    ...auditHandlers(deps),
    ...webhookHandlers(deps),
    ...tokenHandlers(deps),
  } satisfies Partial<Handlers>;
}

/** The jobs of the same. */
export function serviceJobs(
  deps: ServiceDeps,
): Pick<UseCaseJobs, 'verify-account' | 'check-run' | 'guide-walk' | 'plan-set' | 'apply'> {
  return {
    'verify-account': verifyAccountJob(deps),
    'check-run': checkRunJob(deps),
    'guide-walk': guideWalkJob(deps),
    'plan-set': planSetJob(deps),
    apply: applyJob(deps),
  };
}
