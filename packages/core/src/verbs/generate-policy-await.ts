import { RolecallError } from '../model/errors.ts';
import type { AccessAnalyzerPort, GeneratedPolicies, GenerationJob } from './analyzer-port.ts';
import { generationError } from './generate-policy-fault.ts';

export type GenerationProgress =
  | { readonly kind: 'started'; readonly jobId: string }
  | { readonly kind: 'waiting'; readonly jobId: string; readonly elapsedMs: number }
  /** AWS could not be asked; it is asked again. */
  | { readonly kind: 'retry'; readonly jobId: string; readonly message: string }
  | { readonly kind: 'cancelling'; readonly jobId: string };

interface Waiting {
  readonly jobId: string;
  readonly accessRole: string | undefined;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly giveUpAt?: Date | undefined;
  readonly onProgress: (progress: GenerationProgress) => void;
}

type JobPort = Pick<AccessAnalyzerPort, 'getGeneratedPolicy' | 'cancelPolicyGeneration'>;

const firstWaitMs = 5_000;
const longestWaitMs = 30_000;
/** As many times in a row AWS may be out of reach before the job is left to itself. */
const mostFailures = 5;

/** Asks for the job until it is over, ever less often. */
export async function awaitGeneration(port: JobPort, waiting: Waiting): Promise<GeneratedPolicies> {
  const { jobId, now, sleep, signal, giveUpAt, onProgress } = waiting;
  const startedAt = now().getTime();
  const failures = { inARow: 0 };
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 1.5, longestWaitMs)) {
    const job = signal.aborted ? undefined : await look(port, waiting, failures);
    if (job !== undefined && job.status !== 'IN_PROGRESS') return settle(job, waiting);
    if (signal.aborted) return cancel(port, waiting);
    const elapsedMs = now().getTime() - startedAt;
    if (giveUpAt !== undefined && now() >= giveUpAt) throw stillRunning(jobId);
    onProgress({ kind: 'waiting', jobId, elapsedMs });
    await sleep(waitMs);
  }
}

/** `undefined` where AWS could not be asked this time. */
async function look(
  port: JobPort,
  { jobId, signal, onProgress }: Waiting,
  failures: { inARow: number },
): Promise<GenerationJob | undefined> {
  try {
    const job = await port.getGeneratedPolicy(jobId);
    failures.inARow = 0;
    return job;
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    if (signal.aborted) return undefined;
    failures.inARow += 1;
    const passes = error.code === 'THROTTLED' || error.code === 'AWS_UNREACHABLE';
    if (!passes || failures.inARow >= mostFailures) throw leftBehind(jobId, error);
    onProgress({ kind: 'retry', jobId, message: error.message });
    return undefined;
  }
}

function settle(
  job: Exclude<GenerationJob, { readonly status: 'IN_PROGRESS' }>,
  { jobId, accessRole }: Waiting,
): GeneratedPolicies {
  switch (job.status) {
    case 'SUCCEEDED':
      return job.generated;
    case 'FAILED':
      throw generationError(jobId, job.error, accessRole);
    case 'CANCELED':
      throw new RolecallError('INTERRUPTED', `The policy generation ${jobId} was cancelled.`, {
        subject: jobId,
        hint: 'Start it again; cancelled jobs count against the quota of the day.',
      });
    default:
      return job satisfies never;
  }
}

async function cancel(port: JobPort, { jobId, onProgress }: Waiting): Promise<never> {
  onProgress({ kind: 'cancelling', jobId });
  try {
    await port.cancelPolicyGeneration(jobId);
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    throw notCancelled(jobId, error);
  }
  throw new RolecallError('INTERRUPTED', `Interrupted; policy generation ${jobId} is cancelled.`, {
    subject: jobId,
    hint: 'Cancelled jobs count against the quota of the day.',
  });
}

function notCancelled(jobId: string, error: RolecallError): RolecallError {
  return new RolecallError(
    'INTERRUPTED',
    `Interrupted, but the policy generation ${jobId} could not be cancelled: ${error.message}`,
    {
      cause: error,
      action: error.details.action,
      subject: jobId,
      hint: 'It may go on at AWS, and no other can start until it is over.',
    },
  );
}

function leftBehind(jobId: string, error: RolecallError): RolecallError {
  const hint = `The policy generation ${jobId} may go on at AWS: pick it up by its id.`;
  return new RolecallError(error.code, error.message, {
    ...error.details,
    hint: [error.details.hint, hint].filter((text) => text !== undefined).join(' '),
    subject: jobId,
    cause: error,
  });
}

function stillRunning(jobId: string): RolecallError {
  return new RolecallError('INTERRUPTED', `The policy generation ${jobId} is not done yet.`, {
    subject: jobId,
    hint: 'It goes on at AWS: pick it up by its id.',
  });
}
