import type { JobContext, UseCaseJobs } from '../../../work/jobs.ts';
import type { RoleRequestDeps } from '../deps.ts';
import type { JobDeps } from './job.ts';
import { provisionRequest } from './provision-request.ts';
import { removeEndedGrant } from './remove-ended-grant.ts';

/** The jobs about grants. */
export function roleRequestJobs(
  deps: RoleRequestDeps & Pick<JobDeps, 'sleep'>,
): Pick<UseCaseJobs, 'provision' | 'remove'> {
  const within = ({ log }: JobContext): JobDeps => ({
    ...deps,
    onFault: (error) => log.error({ err: error }, 'a job about a grant broke off'),
  });
  return {
    provision: (data, context) => provisionRequest(within(context), { ...data, ...context }),
    remove: (data, context) => removeEndedGrant(within(context), { ...data, ...context }),
  };
}
