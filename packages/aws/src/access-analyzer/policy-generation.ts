import {
  type AccessAnalyzerClient,
  CancelPolicyGenerationCommand,
  type GeneratedPolicyResult,
  GetGeneratedPolicyCommand,
  type GetGeneratedPolicyResponse,
  StartPolicyGenerationCommand,
} from '@aws-sdk/client-accessanalyzer';
import type { GeneratedPolicies, GenerationJob, GenerationRequest } from '@rolecall/core';
import { badResponse, required } from '../ask.ts';
import { decodeDocument } from '../collect/decode-document.ts';
import { askAnalyzer } from './ask-analyzer.ts';
import { readActivity } from './read-activity.ts';

const startAction = 'access-analyzer:StartPolicyGeneration';
const getAction = 'access-analyzer:GetGeneratedPolicy';
const cancelAction = 'access-analyzer:CancelPolicyGeneration';

/**
 * Starts a job and gives its id. It is not aborted on the way: whether the job had started would be
 * unknown. The SDK sends a token with it, so that its own retries start no second one.
 */
export async function startPolicyGeneration(
  client: AccessAnalyzerClient,
  { principalArn, trails, accessRole, startTime, endTime }: GenerationRequest,
): Promise<string> {
  const command = new StartPolicyGenerationCommand({
    policyGenerationDetails: { principalArn },
    cloudTrailDetails: {
      trails: trails.map(({ arn, regions }) =>
        regions === 'all'
          ? { cloudTrailArn: arn, allRegions: true }
          : { cloudTrailArn: arn, regions: [...regions] },
      ),
      accessRole,
      startTime,
      endTime,
    },
  });
  const answer = await askAnalyzer(startAction, () => client.send(command));
  return required(answer.jobId, startAction, 'a jobId');
}

/**
 * One look at a job. Asks for placeholders, which tell a resource that could be named from one that
 * could not, and for services that only their last access shows.
 */
export async function getGeneratedPolicy(
  client: AccessAnalyzerClient,
  jobId: string,
  signal?: AbortSignal,
): Promise<GenerationJob> {
  const command = new GetGeneratedPolicyCommand({
    jobId,
    includeResourcePlaceholders: true,
    includeServiceLevelTemplate: true,
  });
  const answer = await askAnalyzer(getAction, () =>
    client.send(command, { ...(signal && { abortSignal: signal }) }),
  );
  return readJob(answer);
}

/** Not aborted on the way either: it is what an abort does. */
export async function cancelPolicyGeneration(
  client: AccessAnalyzerClient,
  jobId: string,
): Promise<void> {
  const command = new CancelPolicyGenerationCommand({ jobId });
  const answer = await askAnalyzer(cancelAction, () => client.send(command));
  // The answer has no member to look for, and only AWS numbers its answers.
  required(answer.$metadata.requestId, cancelAction, 'a request id');
}

function readJob({ jobDetails, generatedPolicyResult }: GetGeneratedPolicyResponse): GenerationJob {
  const status = required(jobDetails?.status, getAction, 'the status of the job');
  switch (status) {
    case 'IN_PROGRESS':
    case 'CANCELED':
      return { status };
    case 'FAILED': {
      const error = jobDetails?.jobError;
      if (error?.code === undefined) return { status };
      return { status, error: { code: error.code, message: error.message ?? '' } };
    }
    case 'SUCCEEDED': {
      const result = required(generatedPolicyResult, getAction, 'the generated policies');
      return { status, generated: readResult(result) };
    }
    default:
      throw badResponse(getAction, `with the status ${status satisfies never}`);
  }
}

function readResult({ generatedPolicies, properties }: GeneratedPolicyResult): GeneratedPolicies {
  const policies = required(generatedPolicies, getAction, 'the generated policies');
  const cloudTrail = properties?.cloudTrailProperties;
  return {
    documents: policies.map(({ policy }) =>
      decodeDocument(policy, { action: getAction, of: 'the generated policy' }),
    ),
    properties: {
      isComplete: properties?.isComplete === true,
      principalArn: required(properties?.principalArn, getAction, 'the principalArn'),
      ...(cloudTrail !== undefined && { cloudTrail: readActivity(cloudTrail, getAction) }),
    },
  };
}
