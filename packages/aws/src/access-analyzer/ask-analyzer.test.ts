import { type AccessAnalyzerPort, announcePaidCalls, countPaidCalls } from '@rolecall/core';
import { afterEach, expect, test, vi } from 'vitest';
import { resolvedAnalyzerEndpoint } from '../resolved-endpoint.ts';
import { createAccessAnalyzerPort } from './access-analyzer-port.ts';
import { createAnalyzerClient } from './analyzer-client.ts';
import {
  denied,
  failureOf,
  ok,
  serveAnalyzer,
  signInPage,
  type WireAnswer,
  wireError,
} from './analyzer-stub.fixture.ts';
import { openPort } from './open-port.fixture.ts';

const policy = '{"Version":"2012-10-17","Statement":[]}';
const policyType = 'IDENTITY_POLICY';

const calls: readonly (readonly [string, (port: AccessAnalyzerPort) => Promise<unknown>])[] = [
  ['ValidatePolicy', (port) => port.validatePolicy({ policy, policyType })],
  [
    'CheckNoNewAccess',
    (port) => port.checkNoNewAccess({ newPolicy: policy, existingPolicy: policy, policyType }),
  ],
  [
    'CheckAccessNotGranted',
    (port) => port.checkAccessNotGranted({ policy, policyType, actions: ['s3:*'], resources: [] }),
  ],
  [
    'CheckNoPublicAccess',
    (port) => port.checkNoPublicAccess({ policy, resourceType: 'AWS::S3::Bucket' }),
  ],
  [
    'StartPolicyGeneration',
    (port) =>
      port.startPolicyGeneration({
        principalArn: 'arn:aws:iam::111122223333:role/app',
        trails: [],
        accessRole: 'arn:aws:iam::111122223333:role/reader',
        startTime: new Date('2026-11-01'),
      }),
  ],
  ['GetGeneratedPolicy', (port) => port.getGeneratedPolicy('job-1')],
  ['CancelPolicyGeneration', (port) => port.cancelPolicyGeneration('job-1')],
];

function paying() {
  return { paidCalls: countPaidCalls(announcePaidCalls(1)) };
}

test.each(calls)('a denial of %s names it', async (operation, call) => {
  const action = `access-analyzer:${operation}`;
  await using stub = await serveAnalyzer(denied(action));
  expect(await failureOf(call(openPort(stub, paying())))).toMatchObject({
    code: 'ACCESS_DENIED',
    details: { action },
  });
});

test.each(calls)('a sign-in page for %s is no answer, whatever its status', async (_name, call) => {
  for (const status of [200, 403, 502]) {
    await using stub = await serveAnalyzer({ ...signInPage, status });
    expect((await failureOf(call(openPort(stub, paying())))).code).toBe('BAD_RESPONSE');
  }
});

test('the role that may not be passed is what is missing', async () => {
  await using stub = await serveAnalyzer(denied('iam:PassRole'));
  const failure = await failureOf(
    openPort(stub).startPolicyGeneration({
      principalArn: 'arn:aws:iam::111122223333:role/app',
      trails: [],
      accessRole: 'arn:aws:iam::111122223333:role/reader',
      startTime: new Date('2026-11-01'),
    }),
  );
  expect(failure).toMatchObject({ code: 'ACCESS_DENIED', details: { action: 'iam:PassRole' } });
});

const about = { resourceId: 'job-0', resourceType: 'PolicyGeneration' };

test.each<[string, WireAnswer, Record<string, unknown>]>([
  [
    'a quota',
    wireError('ServiceQuotaExceededException', { status: 402, ...about }),
    { code: 'QUOTA_EXCEEDED', details: { subject: 'job-0' } },
  ],
  [
    'a job that runs already',
    wireError('ConflictException', { status: 409, ...about }),
    { code: 'CONFLICT', details: { subject: 'job-0' } },
  ],
  [
    'a job that is not there',
    wireError('ResourceNotFoundException', { status: 404, ...about }),
    { code: 'ENTITY_MISSING', details: { subject: 'job-0' } },
  ],
  [
    'a field that is wrong',
    wireError('ValidationException', {
      reason: 'fieldValidationFailed',
      fieldList: [{ name: 'jobId', message: 'too short' }],
    }),
    { code: 'PARAMETER_INVALID', message: expect.stringContaining('jobId: too short') },
  ],
  [
    'an operation that this Region has not',
    wireError('ValidationException', { reason: 'unknownOperation' }),
    { code: 'AWS_ERROR' },
  ],
  [
    'a parameter that is wrong',
    wireError('InvalidParameterException'),
    { code: 'PARAMETER_INVALID' },
  ],
  [
    'a policy beyond its powers',
    wireError('UnprocessableEntityException', { status: 422 }),
    { code: 'AWS_ERROR' },
  ],
  ['throttling', wireError('ThrottlingException', { status: 429 }), { code: 'THROTTLED' }],
  [
    'an error of its own',
    wireError('InternalServerException', { status: 500 }),
    { code: 'AWS_UNREACHABLE' },
  ],
  [
    'expired credentials',
    wireError('ExpiredTokenException', { status: 403 }),
    { code: 'CREDENTIALS_EXPIRED' },
  ],
  [
    'credentials nobody knows',
    wireError('UnrecognizedClientException', { status: 403 }),
    { code: 'CREDENTIALS_INVALID' },
  ],
])('%s has its code', async (_name, answer, expected) => {
  await using stub = await serveAnalyzer(answer);
  const failure = await failureOf(openPort(stub).getGeneratedPolicy('job-1'));
  expect(failure).toMatchObject(expected);
  expect(failure.details.action).toBe('access-analyzer:GetGeneratedPolicy');
  expect(failure.details.hint).not.toBe('');
});

test('throttling is waited out by the SDK', async () => {
  await using stub = await serveAnalyzer(
    wireError('ThrottlingException', { status: 429 }),
    ok({ findings: [] }),
  );
  const port = openPort(stub, { maxAttempts: 2 });
  expect(await port.validatePolicy({ policy, policyType })).toEqual([]);
  expect(stub.requests).toHaveLength(2);
});

test('nobody at the endpoint', async () => {
  const { endpoint } = await (async () => {
    await using stub = await serveAnalyzer();
    return stub;
  })();
  const failure = await failureOf(openPort({ endpoint }).getGeneratedPolicy('job-1'));
  expect(failure.code).toBe('AWS_UNREACHABLE');
});

test('an abort interrupts', async () => {
  await using stub = await serveAnalyzer(ok({ findings: [] }));
  const port = openPort(stub, { signal: AbortSignal.abort() });
  expect((await failureOf(port.validatePolicy({ policy, policyType }))).code).toBe('INTERRUPTED');
});

afterEach(() => vi.unstubAllEnvs());

test.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_ACCESSANALYZER'])(
  '%s says where requests go',
  async (name) => {
    await using stub = await serveAnalyzer(ok({ findings: [] }));
    vi.stubEnv(name, stub.endpoint);
    const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' };
    const client = createAnalyzerClient({ region: 'eu-central-1', credentials, maxAttempts: 1 });
    await createAccessAnalyzerPort(client).validatePolicy({ policy, policyType });
    expect(stub.requests).toHaveLength(1);
  },
);

test.each([
  [{ region: 'cn-northwest-1' }, 'https://access-analyzer.cn-northwest-1.amazonaws.com.cn'],
  [{ region: 'eu-central-1' }, 'https://access-analyzer.eu-central-1.amazonaws.com'],
  [{ region: 'eu-central-1', endpoint: 'http://127.0.0.1:6000/x' }, 'http://127.0.0.1:6000/x'],
])('with %j requests go to %s', async (options, expected) => {
  vi.stubEnv('AWS_ENDPOINT_URL', undefined);
  expect(await resolvedAnalyzerEndpoint(options)).toBe(expected);
});
