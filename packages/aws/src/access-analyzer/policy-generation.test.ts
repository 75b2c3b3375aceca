import { expect, test } from 'vitest';
import { failureOf, ok, serveAnalyzer } from './analyzer-stub.fixture.ts';
import { openPort } from './open-port.fixture.ts';

const principalArn = 'arn:aws:iam::111122223333:role/app';
const trail = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/all';
const accessRole = 'arn:aws:iam::111122223333:role/service-role/AccessAnalyzerMonitorServiceRole_X';
const startTime = new Date('2026-10-01T00:00:00Z');
const endTime = new Date('2026-11-01T00:00:00Z');
const document = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: `arn:aws:s3:::\${BucketName}` },
  ],
};

test('starts a job with all that it needs', async () => {
  await using stub = await serveAnalyzer(ok({ jobId: 'job-1' }));
  const jobId = await openPort(stub).startPolicyGeneration({
    principalArn,
    trails: [
      { arn: trail, regions: 'all' },
      { arn: trail, regions: ['eu-central-1'] },
    ],
    accessRole,
    startTime,
    endTime,
  });
  expect(jobId).toBe('job-1');
  expect(stub.requests).toMatchObject([
    {
      method: 'PUT',
      path: '/policy/generation',
      body: {
        policyGenerationDetails: { principalArn },
        cloudTrailDetails: {
          trails: [
            { cloudTrailArn: trail, allRegions: true },
            { cloudTrailArn: trail, regions: ['eu-central-1'] },
          ],
          accessRole,
          startTime: '2026-10-01T00:00:00Z',
          endTime: '2026-11-01T00:00:00Z',
        },
        clientToken: expect.any(String),
      },
    },
  ]);
});

test('asks for placeholders and services, and reads what was generated', async () => {
  await using stub = await serveAnalyzer(ok(succeeded()));
  expect(await openPort(stub).getGeneratedPolicy('job-1')).toEqual({
    status: 'SUCCEEDED',
    generated: {
      documents: [document],
      properties: {
        isComplete: true,
        principalArn,
        cloudTrail: {
          trails: [
            { arn: trail, regions: 'all' },
            { arn: trail, regions: ['eu-central-1'] },
          ],
          startTime,
          endTime,
        },
      },
    },
  });
  expect(stub.requests).toMatchObject([
    {
      method: 'GET',
      path: '/policy/generation/job-1',
      query: { includeResourcePlaceholders: 'true', includeServiceLevelTemplate: 'true' },
    },
  ]);
});

test('what AWS does not call complete is not', async () => {
  const answer = succeeded({ properties: { principalArn } });
  await using stub = await serveAnalyzer(ok(answer));
  expect(await openPort(stub).getGeneratedPolicy('job-1')).toMatchObject({
    generated: { properties: { isComplete: false } },
  });
});

test.each([
  [{ status: 'IN_PROGRESS' }, { status: 'IN_PROGRESS' }],
  [{ status: 'CANCELED' }, { status: 'CANCELED' }],
  [{ status: 'FAILED' }, { status: 'FAILED' }],
  [
    { status: 'FAILED', jobError: { code: 'SERVICE_ERROR', message: 'sorry' } },
    { status: 'FAILED', error: { code: 'SERVICE_ERROR', message: 'sorry' } },
  ],
])('a job that is not done: %j', async (jobDetails, expected) => {
  await using stub = await serveAnalyzer(
    ok({ jobDetails: { jobId: 'job-1', startedOn: '2026-11-20T10:00:00Z', ...jobDetails } }),
  );
  expect(await openPort(stub).getGeneratedPolicy('job-1')).toEqual(expected);
});

test.each<[string, unknown]>([
  ['nothing', {}],
  ['no status', { jobDetails: {} }],
  ['a status that is not known', { jobDetails: { status: 'PAUSED' } }],
  ['no result', { jobDetails: { status: 'SUCCEEDED' } }],
  ['no policies', succeeded({ generatedPolicies: undefined })],
  ['no principal', succeeded({ properties: {} })],
  ['a policy that is no JSON', succeeded({ generatedPolicies: [{ policy: '{' }] })],
  ['JSON that is no policy', succeeded({ generatedPolicies: [{ policy: '{"a":1}' }] })],
  ['a policy without text', succeeded({ generatedPolicies: [{}] })],
  ['no trails', succeeded({ properties: { principalArn, cloudTrailProperties: {} } })],
])('%s is no answer', async (_name, body) => {
  await using stub = await serveAnalyzer(ok(body));
  const failure = await failureOf(openPort(stub).getGeneratedPolicy('job-1'));
  expect(failure.code).toBe('BAD_RESPONSE');
});

test('a start without a job is no answer', async () => {
  await using stub = await serveAnalyzer(ok({}));
  const sent = openPort(stub).startPolicyGeneration({
    principalArn,
    trails: [{ arn: trail, regions: 'all' }],
    accessRole,
    startTime,
  });
  expect((await failureOf(sent)).code).toBe('BAD_RESPONSE');
});

test('cancels a job', async () => {
  await using stub = await serveAnalyzer(ok({}));
  await openPort(stub).cancelPolicyGeneration('job/1');
  expect(stub.requests).toMatchObject([{ method: 'PUT', path: '/policy/generation/job%2F1' }]);
});

function succeeded(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    jobDetails: { jobId: 'job-1', status: 'SUCCEEDED', startedOn: '2026-11-20T10:00:00Z' },
    generatedPolicyResult: {
      generatedPolicies: [{ policy: JSON.stringify(document) }],
      properties: {
        isComplete: true,
        principalArn,
        cloudTrailProperties: {
          trailProperties: [
            { cloudTrailArn: trail, allRegions: true },
            { cloudTrailArn: trail, regions: ['eu-central-1'], allRegions: false },
          ],
          startTime: '2026-10-01T00:00:00Z',
          endTime: '2026-11-01T00:00:00Z',
        },
      },
      ...changes,
    },
  };
}
