import type { PolicyDocument } from '@rolecall/policy';
import { RolecallError } from '../model/errors.ts';
import type { GenerationJob, GenerationRequest } from './analyzer-port.ts';
import type { GeneratePolicyInput, GenerationPort } from './generate-policy.ts';
import type { GenerationProgress } from './generate-policy-await.ts';

export const start = new Date('2026-11-20T10:00:00Z');

export const request: GenerationRequest = {
  principalArn: 'arn:aws:iam::111122223333:role/app',
  trails: [
    { arn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/all', regions: ['eu-central-1'] },
  ],
  accessRole: 'arn:aws:iam::111122223333:role/service-role/AccessAnalyzerMonitorServiceRole_X',
  startTime: new Date('2026-11-01T00:00:00Z'),
};

export function succeededJob(...documents: readonly PolicyDocument[]): GenerationJob {
  const properties = { isComplete: true, principalArn: request.principalArn };
  return { status: 'SUCCEEDED', generated: { documents, properties } };
}

/** What a look at the job shows: the job, or an error. */
type Look = GenerationJob | RolecallError;

export interface PlayedJob {
  readonly port: GenerationPort;
  /** Operations in the order in which they were asked for. */
  readonly asked: readonly string[];
}

/** A job that shows one look after the other; the last one stays. */
export function playJob(
  looks: readonly Look[],
  { cancelFails }: { readonly cancelFails?: RolecallError } = {},
): PlayedJob {
  const asked: string[] = [];
  let turn = 0;
  const port: GenerationPort = {
    startPolicyGeneration: async () => {
      asked.push('start');
      return 'job-1';
    },
    getGeneratedPolicy: async (jobId) => {
      asked.push(`get ${jobId}`);
      const look = looks[Math.min(turn, looks.length - 1)];
      turn += 1;
      if (look === undefined) throw new Error('a job without looks');
      if (look instanceof RolecallError) throw look;
      return look;
    },
    cancelPolicyGeneration: async (jobId) => {
      asked.push(`cancel ${jobId}`);
      if (cancelFails !== undefined) throw cancelFails;
    },
  };
  return { port, asked };
}

export interface PlayedClock {
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  readonly waits: readonly number[];
}

/** A clock that only sleeping moves. */
export function playClock(onSleep: (sleeps: number) => void = () => {}): PlayedClock {
  const waits: number[] = [];
  return {
    now: () => new Date(start.getTime() + waits.reduce((sum, ms) => sum + ms, 0)),
    sleep: async (ms) => {
      waits.push(ms);
      onSleep(waits.length);
    },
    waits,
  };
}

/** Everything that a run needs; `progress` fills up. */
export function inputOf(
  changes: Partial<GeneratePolicyInput<PolicyDocument>> = {},
): GeneratePolicyInput<PolicyDocument> & { readonly progress: readonly GenerationProgress[] } {
  const progress: GenerationProgress[] = [];
  return {
    job: request,
    values: new Map(),
    declared: [],
    review: (document) => document,
    signal: new AbortController().signal,
    onProgress: (event) => progress.push(event),
    ...playClock(),
    ...changes,
    progress,
  };
}
