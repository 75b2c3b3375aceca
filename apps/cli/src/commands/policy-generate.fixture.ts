import type { ClientOptions } from '@rolecall/aws';
import type { Sandbox } from '@rolecall/sandbox';
import { inPlaceOfAws } from '../testing/run.fixture.ts';

export const writer = 'arn:aws:iam::111122223333:role/report-writer';
export const trail = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/all';
export const accessRole =
  'arn:aws:iam::111122223333:role/service-role/AccessAnalyzerMonitorServiceRole_X';

export const list = {
  Sid: 'List',
  Effect: 'Allow',
  Action: ['s3:ListBucket', 's3:GetBucketTagging'],
  Resource: `arn:aws:s3:::\${BucketName}`,
};
export const identity = {
  Sid: 'Identity',
  Effect: 'Allow',
  Action: 'sts:GetCallerIdentity',
  Resource: '*',
};

export interface PlayedGeneration {
  readonly aws: ClientOptions;
  /** What Access Analyzer was asked, in order. */
  readonly asked: readonly string[];
  /** What jobs were started with. */
  readonly starts: readonly unknown[];
}

export interface Play {
  /** The statements of the policy that is generated. */
  readonly statements: readonly object[];
  readonly principalArn?: string;
  /** How often the job is still at work when it is looked at. */
  readonly waits?: number;
  /** Runs at every look. */
  readonly onLook?: () => void;
}

/** A sandbox with an Access Analyzer that generates this policy. */
export function playGeneration(
  { requestHandler }: Pick<Sandbox, 'requestHandler'>,
  { statements, principalArn = writer, waits = 1, onLook = () => {} }: Play,
): PlayedGeneration {
  const asked: string[] = [];
  const starts: unknown[] = [];
  let looks = 0;
  const answer = (method: string, path: string, body: unknown): object => {
    asked.push(`${method} ${path}`);
    if (path === '/policy/generation') {
      starts.push(JSON.parse(textOf(body)));
      return { jobId: 'job-1' };
    }
    if (method === 'PUT') return {};
    looks += 1;
    onLook();
    const startedOn = '2026-11-21T10:00:00Z';
    if (looks <= waits) return { jobDetails: { jobId: 'job-1', status: 'IN_PROGRESS', startedOn } };
    return {
      jobDetails: { jobId: 'job-1', status: 'SUCCEEDED', startedOn },
      generatedPolicyResult: {
        generatedPolicies: [
          { policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }) },
        ],
        properties: {
          isComplete: true,
          principalArn,
          cloudTrailProperties: {
            trailProperties: [{ cloudTrailArn: trail, allRegions: true }],
            startTime: '2026-10-22T10:00:00Z',
            endTime: '2026-11-21T10:00:00Z',
          },
        },
      },
    };
  };
  const handle: typeof requestHandler.handle = async (request, options) => {
    const { method, path, body } = request;
    if (!path.startsWith('/policy/generation')) return requestHandler.handle(request, options);
    return {
      response: {
        statusCode: 200,
        headers: { 'content-type': 'application/json', 'x-amzn-requestid': 'r-1' },
        body: new TextEncoder().encode(JSON.stringify(answer(method, path, body))),
      },
    };
  };
  return { aws: inPlaceOfAws({ requestHandler: { ...requestHandler, handle } }), asked, starts };
}

function textOf(body: unknown): string {
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
}
