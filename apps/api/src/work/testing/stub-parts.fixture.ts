import type { LooseHandlers } from '../../http/handler.ts';
import { problem } from '../../http/problem.ts';
import { readOperations } from '../../http/read-operations.ts';
import type { UseCaseJobs } from '../jobs.ts';

const answeredByHttp = /^get(Health|Readiness|Metrics|OpenapiJson|OpenapiYaml|Docs)$/;

/** Handlers that answer everything with 503, for a service without any of its own. */
export function stubHandlers(document: object): LooseHandlers {
  const ids = readOperations(document).map(({ id }) => id);
  return Object.fromEntries(
    ids
      .filter((id) => !answeredByHttp.test(id))
      .map((id) => [id, () => Promise.reject(problem('unavailable'))]),
  );
}

/** Jobs that do nothing. */
export const stubUseCases: UseCaseJobs = {
  provision: async () => {},
  remove: async () => {},
  'verify-account': async () => {},
  'check-run': async () => {},
  'guide-walk': async () => {},
  'plan-set': async () => {},
  apply: async () => {},
  sweep: async () => {},
};
