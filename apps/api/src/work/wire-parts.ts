import { setTimeout as delay } from 'node:timers/promises';
import { createHandlers, serviceJobs } from '../handlers/index.ts';
import type { Handlers } from '../http/handler.ts';
import { roleRequestJobs } from '../use-cases/role-requests/jobs/index.ts';
import { sweepRoleRequests } from '../use-cases/role-requests/jobs/sweep-role-requests.ts';
import { defaultTerms, type RoleRequestTerms } from '../use-cases/role-requests/terms.ts';
import type { UseCaseJobs } from './jobs.ts';
import type { ServiceDeps } from './service-deps.ts';

/** Between two looks of a stream at what has happened. */
const pauseMs = 1_000;

/** The handlers of all operations; a missing one does not compile. */
export function wireHandlers(deps: ServiceDeps): Handlers {
  const pause = (signal: AbortSignal): Promise<void> =>
    delay(pauseMs, undefined, { signal }).catch(() => {});
  return createHandlers({ ...deps, terms: termsOf(deps), pause });
}

export function wireUseCases(deps: ServiceDeps): UseCaseJobs {
  const roleDeps = { ...deps, terms: termsOf(deps) };
  return {
    ...serviceJobs(deps),
    ...roleRequestJobs(roleDeps),
    sweep: () => sweepRoleRequests(roleDeps),
  };
}

function termsOf({ config }: ServiceDeps): RoleRequestTerms {
  const { warningMs, recertification: recertify } = config;
  return { ...defaultTerms, warnBefore: warningMs / 1000, recertify };
}
