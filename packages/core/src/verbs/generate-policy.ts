import type { PolicyDocument, PolicyStatement } from '@rolecall/policy';
import { RolecallError } from '../model/errors.ts';
import type {
  AccessAnalyzerPort,
  GenerationProperties,
  GenerationRequest,
} from './analyzer-port.ts';
import { awaitGeneration, type GenerationProgress } from './generate-policy-await.ts';
import { type MergedPolicy, mergeGenerated } from './generate-policy-merge.ts';
import { checkPlaceholderValues, type PlaceholderValues } from './generate-policy-placeholders.ts';
import { checkDeclaredStatements, checkGenerationRequest } from './generate-policy-request.ts';

export type GenerationPort = Pick<
  AccessAnalyzerPort,
  'startPolicyGeneration' | 'getGeneratedPolicy' | 'cancelPolicyGeneration'
>;

export interface GeneratePolicyInput<R> {
  /** A new job, or one that an earlier run left behind. */
  readonly job: GenerationRequest | { readonly jobId: string };
  readonly values: PlaceholderValues;
  /** Statements that the activity cannot show: `iam:PassRole`, data events. */
  readonly declared: readonly PolicyStatement[];
  /** What the caller wants to know of the merged document: lint it, compare it with today's. */
  readonly review: (document: PolicyDocument) => R;
  readonly now: () => Date;
  /** Waits this many milliseconds, or less once `signal` is aborted. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Cancels the job. */
  readonly signal: AbortSignal;
  /** After it the job is left to itself, to be picked up by its id. */
  readonly giveUpAt?: Date | undefined;
  readonly onProgress: (progress: GenerationProgress) => void;
}

export interface GeneratedPolicyReport<R> extends MergedPolicy {
  readonly jobId: string;
  readonly properties: GenerationProperties;
  readonly review: R;
}

/**
 * Lets Access Analyzer write a policy from what CloudTrail recorded of a role or user, waits for
 * it, fills its placeholders and adds the declared statements. Nothing is written to IAM. Fails
 * with a RolecallError: the job's own error, INTERRUPTED after an abort (the job is cancelled) and
 * when time is up (the job goes on). Source: IAM User Guide, "IAM Access Analyzer policy
 * generation".
 */
export async function generatePolicy<R>(
  port: GenerationPort,
  input: GeneratePolicyInput<R>,
): Promise<GeneratedPolicyReport<R>> {
  // A job costs one of few starts a day, so everything that can be refused is refused before.
  checkDeclaredStatements(input.declared);
  checkPlaceholderValues(input.values);
  const jobId = 'jobId' in input.job ? input.job.jobId : await start(port, input.job, input);
  const accessRole = 'jobId' in input.job ? undefined : input.job.accessRole;
  const generated = await awaitGeneration(port, { ...input, jobId, accessRole });
  const merged = mergeGenerated({
    generated: generated.documents,
    values: input.values,
    declared: input.declared,
  });
  return {
    ...merged,
    jobId,
    properties: generated.properties,
    review: input.review(merged.document),
  };
}

async function start<R>(
  port: GenerationPort,
  request: GenerationRequest,
  { now, signal, onProgress }: GeneratePolicyInput<R>,
): Promise<string> {
  checkGenerationRequest(request, now());
  if (signal.aborted) {
    throw new RolecallError('INTERRUPTED', 'Interrupted before the policy generation started.');
  }
  const jobId = await port.startPolicyGeneration(request);
  onProgress({ kind: 'started', jobId });
  return jobId;
}
