import type { AnalyzerFinding } from '@rolecall/core';
import { expect, test } from 'vitest';
import { failureOf, ok, serveAnalyzer } from './analyzer-stub.fixture.ts';
import { openPort } from './open-port.fixture.ts';
import { longestPolicy } from './policy-limits.ts';

const policy = '{"Version":"2012-10-17","Statement":[]}';

const finding: AnalyzerFinding = {
  findingType: 'WARNING',
  issueCode: 'INVALID_ACTION',
  findingDetails: 'The action s3:GetObjekt does not exist.',
  learnMoreLink: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/x.html',
  locations: [
    {
      path: [
        { value: 'Statement' },
        { index: 0 },
        { key: 'Action' },
        { substring: { start: 3, length: 9 } },
      ],
      span: {
        start: { line: 1, column: 0, offset: 0 },
        end: { line: 2, column: 4, offset: 40 },
      },
    },
  ],
};

test('follows the pages to the last', async () => {
  const others = { ...finding, issueCode: 'EMPTY_ARRAY_ACTION', locations: [] };
  await using stub = await serveAnalyzer(
    ok({ findings: [finding], nextToken: 'a' }),
    ok({ findings: [], nextToken: 'b' }),
    ok({ findings: [others] }),
  );
  const findings = await openPort(stub).validatePolicy({
    policy,
    policyType: 'RESOURCE_POLICY',
    resourceType: 'AWS::IAM::AssumeRolePolicyDocument',
  });
  expect(findings).toEqual([finding, others]);
  expect(stub.requests.map(({ query }) => query)).toEqual([
    {},
    { nextToken: 'a' },
    { nextToken: 'b' },
  ]);
  expect(stub.requests[0]).toMatchObject({
    method: 'POST',
    path: '/policy/validation',
    body: {
      policyDocument: policy,
      policyType: 'RESOURCE_POLICY',
      validatePolicyResourceType: 'AWS::IAM::AssumeRolePolicyDocument',
      locale: 'EN',
    },
  });
  expect(stub.requests[0]?.authorization).toContain('/eu-central-1/access-analyzer/');
});

test('a page that leads back to itself is no answer', async () => {
  await using stub = await serveAnalyzer(ok({ findings: [], nextToken: 'a' }));
  const failure = failureOf(
    openPort(stub).validatePolicy({ policy, policyType: 'IDENTITY_POLICY' }),
  );
  expect((await failure).code).toBe('BAD_RESPONSE');
  expect(stub.requests).toHaveLength(2);
});

const [location] = finding.locations;

test.each<[string, unknown]>([
  ['findings', {}],
  ['a finding type that is known', { findings: [{ ...finding, findingType: 'NOTE' }] }],
  ['a finding type', { findings: [{ ...finding, findingType: undefined }] }],
  ['an issue code', { findings: [{ ...finding, issueCode: undefined }] }],
  ['details', { findings: [{ ...finding, findingDetails: undefined }] }],
  ['a link', { findings: [{ ...finding, learnMoreLink: undefined }] }],
  ['locations', { findings: [{ ...finding, locations: undefined }] }],
  ['a path', { findings: [{ ...finding, locations: [{ span: location?.span }] }] }],
  ['a span', { findings: [{ ...finding, locations: [{ path: [] }] }] }],
  [
    'a path element that is known',
    { findings: [{ ...finding, locations: [{ ...location, path: [{ attribute: 'x' }] }] }] },
  ],
  [
    'the length of a substring',
    {
      findings: [{ ...finding, locations: [{ ...location, path: [{ substring: { start: 1 } }] }] }],
    },
  ],
])('an answer without %s is no answer', async (_name, body) => {
  await using stub = await serveAnalyzer(ok(body));
  const failure = await failureOf(
    openPort(stub).validatePolicy({ policy, policyType: 'IDENTITY_POLICY' }),
  );
  expect(failure).toMatchObject({
    code: 'BAD_RESPONSE',
    details: { action: 'access-analyzer:ValidatePolicy' },
  });
});

test.each([
  ['nothing', { policy: ' \n', policyType: 'IDENTITY_POLICY' }],
  [
    'more than any policy may have',
    { policy: 'x'.repeat(longestPolicy + 1), policyType: 'IDENTITY_POLICY' },
  ],
  [
    'a resource type for an identity policy',
    { policy, policyType: 'IDENTITY_POLICY', resourceType: 'AWS::S3::Bucket' },
  ],
] as const)('%s is refused before it is sent', async (_name, request) => {
  await using stub = await serveAnalyzer(ok({ findings: [] }));
  expect((await failureOf(openPort(stub).validatePolicy(request))).code).toBe('PARAMETER_INVALID');
  expect(stub.requests).toEqual([]);
});

test('white space does not count against the length', async () => {
  await using stub = await serveAnalyzer(ok({ findings: [] }));
  const spaced = 'x'.repeat(longestPolicy) + ' \n'.repeat(longestPolicy);
  const request = { policy: spaced, policyType: 'IDENTITY_POLICY' } as const;
  expect(await openPort(stub).validatePolicy(request)).toEqual([]);
});
