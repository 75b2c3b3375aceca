import { type GenerationRequest, generatePolicy } from '@rolecall/core';
import { expect, test } from 'vitest';
import {
  type AnalyzerStub,
  failureOf,
  ok,
  serveAnalyzer,
  type WireAnswer,
  wireError,
} from './analyzer-stub.fixture.ts';
import { openPort } from './open-port.fixture.ts';

const principalArn = 'arn:aws:iam::111122223333:role/app';
const job: GenerationRequest = {
  principalArn,
  trails: [{ arn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/all', regions: 'all' }],
  accessRole: 'arn:aws:iam::111122223333:role/service-role/AccessAnalyzerMonitorServiceRole_X',
  startTime: new Date('2026-11-01T00:00:00Z'),
};
const list = { Effect: 'Allow', Action: 's3:ListBucket', Resource: `arn:aws:s3:::\${BucketName}` };
const listLogs = { ...list, Resource: 'arn:aws:s3:::logs' };
const passRole = { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' } as const;
const started = ok({ jobId: 'job-1' });
const running = jobAnswer({ status: 'IN_PROGRESS' });

function jobAnswer(jobDetails: Readonly<Record<string, unknown>>, result?: unknown): WireAnswer {
  const startedOn = '2026-11-20T10:00:00Z';
  return ok({
    jobDetails: { jobId: 'job-1', startedOn, ...jobDetails },
    generatedPolicyResult: result ?? { properties: { principalArn } },
  });
}

function run(stub: AnalyzerStub, abort = new AbortController(), sleep = async () => {}) {
  return generatePolicy(openPort(stub, { signal: abort.signal }), {
    job,
    values: new Map([['BucketName', ['logs']]]),
    declared: [passRole],
    review: ({ Version }) => Version,
    now: () => new Date('2026-11-20T10:00:00Z'),
    sleep,
    signal: abort.signal,
    onProgress: () => {},
  });
}

function callsOf({ requests }: AnalyzerStub) {
  return requests.map(({ method, path }) => `${method} ${path}`);
}

const start = 'PUT /policy/generation';
const look = 'GET /policy/generation/job-1';
const cancel = 'PUT /policy/generation/job-1';

test('a job that succeeds gives the merged policy', async () => {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [list] });
  const result = { properties: { principalArn }, generatedPolicies: [{ policy }] };
  const succeeded = jobAnswer({ status: 'SUCCEEDED' }, result);
  const throttled = wireError('ThrottlingException', { status: 429 });
  await using stub = await serveAnalyzer(started, running, throttled, succeeded);
  expect(await run(stub)).toMatchObject({
    jobId: 'job-1',
    document: { Version: '2012-10-17', Statement: [listLogs, passRole] },
    placeholders: [],
    properties: { isComplete: false, principalArn },
    review: '2012-10-17',
  });
  expect(callsOf(stub)).toEqual([start, look, look, look]);
});

test.each([
  [{ status: 'FAILED', jobError: { code: 'AUTHORIZATION_ERROR', message: 'no' } }, 'ACCESS_DENIED'],
  [{ status: 'CANCELED' }, 'INTERRUPTED'],
])('a job that ends otherwise: %j', async (jobDetails, code) => {
  await using stub = await serveAnalyzer(started, running, jobAnswer(jobDetails));
  expect((await failureOf(run(stub))).code).toBe(code);
  expect(callsOf(stub)).toEqual([start, look, look]);
});

test('an abort cancels the job, and still reaches AWS to do so', async () => {
  const abort = new AbortController();
  await using stub = await serveAnalyzer(started, running, ok({}));
  const failure = failureOf(run(stub, abort, async () => abort.abort()));
  expect(await failure).toMatchObject({ code: 'INTERRUPTED', details: { subject: 'job-1' } });
  expect(callsOf(stub)).toEqual([start, look, cancel]);
});

test('a start beyond the quota says what to do', async () => {
  await using stub = await serveAnalyzer(
    wireError('ServiceQuotaExceededException', { status: 402, resourceId: 'job-0' }),
  );
  expect(await failureOf(run(stub))).toMatchObject({
    code: 'QUOTA_EXCEEDED',
    details: { hint: expect.stringContaining('50') },
  });
  expect(callsOf(stub)).toEqual([start]);
});
