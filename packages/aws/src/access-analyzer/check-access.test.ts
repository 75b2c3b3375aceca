import { announcePaidCalls, countPaidCalls } from '@rolecall/core';
import { expect, test } from 'vitest';
import { failureOf, ok, serveAnalyzer, wireError } from './analyzer-stub.fixture.ts';
import { openPort } from './open-port.fixture.ts';

const policy = '{"Version":"2012-10-17","Statement":[]}';
const existingPolicy = '{"Statement":[]}';
const pass = { result: 'PASS', message: 'No new access.', reasons: [] };
const fail = {
  result: 'FAIL',
  message: 'New access.',
  reasons: [
    { description: 'A new statement.', statementIndex: 0, statementId: 'A' },
    { description: 'Another.' },
  ],
};

function paidFor(calls: number) {
  return countPaidCalls(announcePaidCalls(calls));
}

test('each check sends its own request and reads the verdict', async () => {
  await using stub = await serveAnalyzer(ok(fail), ok(pass), ok(pass), ok(pass));
  const paidCalls = paidFor(4);
  const port = openPort(stub, { paidCalls });
  const policyType = 'IDENTITY_POLICY';
  expect(await port.checkNoNewAccess({ newPolicy: policy, existingPolicy, policyType })).toEqual(
    fail,
  );
  const actions = ['s3:GetObject'];
  const resources = ['arn:aws:s3:::secret/*'];
  await port.checkAccessNotGranted({ policy, policyType, actions, resources });
  await port.checkAccessNotGranted({ policy, policyType, actions: [], resources });
  const resourceType = 'AWS::IAM::AssumeRolePolicyDocument';
  expect(await port.checkNoPublicAccess({ policy, resourceType })).toEqual(pass);

  expect(stub.requests.map(({ path, body }) => [path, body])).toEqual([
    [
      '/policy/check-no-new-access',
      { newPolicyDocument: policy, existingPolicyDocument: existingPolicy, policyType },
    ],
    [
      '/policy/check-access-not-granted',
      { policyDocument: policy, policyType, access: [{ actions, resources }] },
    ],
    [
      '/policy/check-access-not-granted',
      { policyDocument: policy, policyType, access: [{ resources }] },
    ],
    ['/policy/check-no-public-access', { policyDocument: policy, resourceType }],
  ]);
  expect(paidCalls.made()).toBe(4);
});

const bucket = { policy, resourceType: 'AWS::S3::Bucket' } as const;

test('nothing is paid for that was not agreed to', async () => {
  await using stub = await serveAnalyzer(ok(pass));
  const failure = await failureOf(openPort(stub).checkNoPublicAccess(bucket));
  expect(failure).toMatchObject({
    code: 'USAGE',
    details: { action: 'access-analyzer:CheckNoPublicAccess' },
  });
  expect(stub.requests).toEqual([]);
});

test('nothing is paid for beyond what was announced', async () => {
  await using stub = await serveAnalyzer(ok(pass));
  const port = openPort(stub, { paidCalls: paidFor(1) });
  await port.checkNoPublicAccess(bucket);
  expect((await failureOf(port.checkNoPublicAccess(bucket))).code).toBe('USAGE');
  expect(stub.requests).toHaveLength(1);
});

test('a check that fails has been made all the same', async () => {
  await using stub = await serveAnalyzer(wireError('InvalidParameterException'));
  const paidCalls = paidFor(1);
  await failureOf(openPort(stub, { paidCalls }).checkNoPublicAccess(bucket));
  expect(paidCalls.made()).toBe(1);
});

test.each([
  ['no verdict', {}],
  ['a verdict that is not known', { result: 'MAYBE' }],
])('%s is no answer', async (_name, body) => {
  await using stub = await serveAnalyzer(ok(body));
  const port = openPort(stub, { paidCalls: paidFor(1) });
  expect((await failureOf(port.checkNoPublicAccess(bucket))).code).toBe('BAD_RESPONSE');
});

const many = Array.from({ length: 101 }, (_, index) => `s3:Get${index}`);

test.each([
  ['no action and no resource', { policy, actions: [], resources: [] }],
  ['101 actions', { policy, actions: many, resources: [] }],
  ['101 resources', { policy, actions: [], resources: many }],
  ['a resource of 2,049 characters', { policy, actions: [], resources: ['x'.repeat(2_049)] }],
  ['an empty policy', { policy: '', actions: ['s3:*'], resources: [] }],
])('%s is refused before it is sent or paid for', async (_name, request) => {
  await using stub = await serveAnalyzer(ok(pass));
  const paidCalls = paidFor(1);
  const sent = openPort(stub, { paidCalls }).checkAccessNotGranted({
    ...request,
    policyType: 'IDENTITY_POLICY',
  });
  expect((await failureOf(sent)).code).toBe('PARAMETER_INVALID');
  expect(stub.requests).toEqual([]);
  expect(paidCalls.made()).toBe(0);
});
