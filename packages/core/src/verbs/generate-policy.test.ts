import type { PolicyDocument } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { RolecallError } from '../model/errors.ts';
import type { GenerationJob } from './analyzer-port.ts';
import {
  inputOf,
  playClock,
  playJob,
  request,
  start,
  succeededJob,
} from './generate-policy.fixture.ts';
import { generatePolicy } from './generate-policy.ts';

const running: GenerationJob = { status: 'IN_PROGRESS' };
const throttled = new RolecallError('THROTTLED', 'slow down', { hint: 'Wait.' });
const document: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: `arn:aws:s3:::\${BucketName}` },
  ],
};

test('starts, waits ever longer, fills, merges and lets the caller review', async () => {
  const { port, asked } = playJob([running, running, throttled, running, succeededJob(document)]);
  const clock = playClock();
  const input = inputOf({
    ...clock,
    values: new Map([['BucketName', ['logs']]]),
    declared: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::1:role/x' }],
    review: ({ Statement }) => ({ Statement, Id: 'reviewed' }),
  });
  const report = await generatePolicy(port, input);
  expect(asked).toEqual(['start', ...Array.from({ length: 5 }, () => 'get job-1')]);
  expect(clock.waits).toEqual([5_000, 7_500, 11_250, 16_875]);
  expect(input.progress).toMatchObject([
    { kind: 'started', jobId: 'job-1' },
    { kind: 'waiting', elapsedMs: 0 },
    { kind: 'waiting', elapsedMs: 5_000 },
    { kind: 'retry', message: 'slow down' },
    { kind: 'waiting', elapsedMs: 12_500 },
    { kind: 'waiting', elapsedMs: 23_750 },
  ]);
  expect(report).toMatchObject({
    jobId: 'job-1',
    properties: { isComplete: true, principalArn: request.principalArn },
    placeholders: [],
    added: [{ Action: 'iam:PassRole' }],
  });
  expect(report.document.Statement).toEqual([
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::logs' },
    { Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::1:role/x' },
  ]);
  expect(report.review).toEqual({ Statement: report.document.Statement, Id: 'reviewed' });
});

test('picks up a job that an earlier run left', async () => {
  const { port, asked } = playJob([succeededJob(document)]);
  const report = await generatePolicy(port, inputOf({ job: { jobId: 'job-0' } }));
  expect(asked).toEqual(['get job-0']);
  expect(report.placeholders).toMatchObject([{ name: 'BucketName' }]);
});

test.each([
  ['AUTHORIZATION_ERROR', 'ACCESS_DENIED'],
  ['RESOURCE_NOT_FOUND_ERROR', 'ENTITY_MISSING'],
  ['SERVICE_QUOTA_EXCEEDED_ERROR', 'QUOTA_EXCEEDED'],
  ['SERVICE_ERROR', 'AWS_ERROR'],
  ['A_NEW_ERROR', 'AWS_ERROR'],
])('a job that fails with %s: %s', async (code, expected) => {
  const { port } = playJob([running, { status: 'FAILED', error: { code, message: 'because' } }]);
  await expect(generatePolicy(port, inputOf())).rejects.toMatchObject({
    code: expected,
    message: expect.stringContaining('because'),
    details: { subject: 'job-1', hint: expect.any(String) },
  });
});

test('a denied job names the access role', async () => {
  const error = { code: 'AUTHORIZATION_ERROR', message: 'no' };
  const { port } = playJob([{ status: 'FAILED', error }]);
  await expect(generatePolicy(port, inputOf())).rejects.toMatchObject({
    details: { hint: expect.stringContaining(request.accessRole) },
  });
});

test.each<[string, GenerationJob, string]>([
  ['fails without a reason', { status: 'FAILED' }, 'AWS_ERROR'],
  ['was cancelled by somebody', { status: 'CANCELED' }, 'INTERRUPTED'],
])('a job that %s', async (_name, job, code) => {
  const { port, asked } = playJob([job]);
  await expect(generatePolicy(port, inputOf())).rejects.toMatchObject({ code });
  expect(asked).not.toContain('cancel job-1');
});

test('an abort while waiting cancels the job', async () => {
  const { port, asked } = playJob([running]);
  const abort = new AbortController();
  const clock = playClock((sleeps) => sleeps === 2 && abort.abort());
  const input = inputOf({ ...clock, signal: abort.signal });
  await expect(generatePolicy(port, input)).rejects.toMatchObject({ code: 'INTERRUPTED' });
  expect(asked).toEqual(['start', 'get job-1', 'get job-1', 'cancel job-1']);
  expect(input.progress.at(-1)).toEqual({ kind: 'cancelling', jobId: 'job-1' });
});

test('an abort that cuts off a look cancels the job', async () => {
  const abort = new AbortController();
  const played = playJob([running]);
  const port = {
    ...played.port,
    getGeneratedPolicy: async () => {
      abort.abort();
      throw new RolecallError('INTERRUPTED', 'cut off');
    },
  };
  const run = generatePolicy(port, inputOf({ signal: abort.signal }));
  await expect(run).rejects.toMatchObject({ code: 'INTERRUPTED' });
  expect(played.asked).toEqual(['start', 'cancel job-1']);
});

test('a job that is done as the abort comes is kept', async () => {
  const abort = new AbortController();
  const { port, asked } = playJob([succeededJob(document)]);
  const look = () => {
    abort.abort();
    return port.getGeneratedPolicy('job-1');
  };
  const input = inputOf({ signal: abort.signal });
  const report = await generatePolicy({ ...port, getGeneratedPolicy: look }, input);
  expect(report.jobId).toBe('job-1');
  expect(asked).toEqual(['start', 'get job-1']);
});

test('a cancellation that AWS refuses is said', async () => {
  const cancelFails = new RolecallError('ACCESS_DENIED', 'denied', {
    action: 'access-analyzer:CancelPolicyGeneration',
  });
  const { port } = playJob([running], { cancelFails });
  const abort = new AbortController();
  const clock = playClock(() => abort.abort());
  const run = generatePolicy(port, inputOf({ ...clock, signal: abort.signal }));
  await expect(run).rejects.toMatchObject({
    code: 'INTERRUPTED',
    details: { cause: cancelFails, action: 'access-analyzer:CancelPolicyGeneration' },
  });
});

test('an abort beforehand starts nothing', async () => {
  const { port, asked } = playJob([running]);
  const run = generatePolicy(port, inputOf({ signal: AbortSignal.abort() }));
  await expect(run).rejects.toMatchObject({ code: 'INTERRUPTED' });
  expect(asked).toEqual([]);
});

test('when time is up the job is left to itself', async () => {
  const { port, asked } = playJob([running]);
  const giveUpAt = new Date(start.getTime() + 60_000);
  const clock = playClock();
  await expect(generatePolicy(port, inputOf({ ...clock, giveUpAt }))).rejects.toMatchObject({
    code: 'INTERRUPTED',
    details: { subject: 'job-1' },
  });
  expect(clock.waits).toEqual([5_000, 7_500, 11_250, 16_875, 25_312.5]);
  expect(asked).not.toContain('cancel job-1');
});

test('waits never grow beyond half a minute', async () => {
  const { port } = playJob([...Array.from({ length: 12 }, () => running), succeededJob(document)]);
  const clock = playClock();
  await generatePolicy(port, inputOf(clock));
  expect(Math.max(...clock.waits)).toBe(30_000);
});

test.each([
  ['throttling that does not end', throttled, 5],
  ['a denial', new RolecallError('ACCESS_DENIED', 'denied', { hint: 'Ask.' }), 1],
])('%s leaves the job behind, by name', async (_name, error, looks) => {
  const { port, asked } = playJob([error]);
  await expect(generatePolicy(port, inputOf())).rejects.toMatchObject({
    code: error.code,
    details: { subject: 'job-1', hint: expect.stringMatching(/^(Wait|Ask)\..*job-1/) },
  });
  expect(asked.filter((operation) => operation === 'get job-1')).toHaveLength(looks);
});

test('a defect is not taken for a failure', async () => {
  const { port } = playJob([]);
  await expect(generatePolicy(port, inputOf())).rejects.not.toBeInstanceOf(RolecallError);
});

test.each<[string, Parameters<typeof inputOf>[0]]>([
  ['a request', { job: { ...request, trails: [] } }],
  ['values', { values: new Map([['BucketName', ['']]]) }],
  [
    'declared statements',
    { declared: [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }] },
  ],
])('%s that cannot do cost no start', async (_name, changes) => {
  const { port, asked } = playJob([succeededJob(document)]);
  const run = generatePolicy(port, inputOf(changes));
  await expect(run).rejects.toMatchObject({ code: 'PARAMETER_INVALID' });
  expect(asked).toEqual([]);
});
