import type { PolicyDocument } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { aDocument, allowing, denying } from '../testing/documents.fixture.ts';
import { findingsOf, outcomeOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { anAwsPolicy, aPolicy } from '../testing/snapshot.fixture.ts';
import { policyServiceWildcard } from './policy-service-wildcard.ts';

const allow = { Effect: 'Allow', Resource: '*' } as const;

test.each<readonly [string, PolicyDocument, string]>([
  ['all of a service', allowing('ec2:*'), 'fail'],
  ['all of a service, in capitals', allowing('EC2:*'), 'fail'],
  [
    'all of a service on its every resource',
    allowing('s3:*', { Resource: 'arn:aws:s3:::*' }),
    'fail',
  ],
  ['all of a service on one resource', allowing('s3:*', { Resource: 'arn:aws:s3:::b/*' }), 'pass'],
  ['some of a service', allowing('s3:Get*'), 'pass'],
  [
    'while a condition holds',
    allowing('s3:*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
    'pass',
  ],
  ['denied', aDocument({ ...allow, Action: 's3:*' }, denying('s3:*')), 'pass'],
  [
    'one action denied',
    aDocument({ ...allow, Action: 's3:*' }, denying('s3:DeleteBucket')),
    'fail',
  ],
  ['everything, of which others speak', allowing('*'), 'pass'],
])('%s', (_, document, outcome) => {
  expect(outcomeOf(policyServiceWildcard, { policies: [aPolicy({ name: 'p', document })] })).toBe(
    outcome,
  );
});

test('names the services, and leaves out policies of AWS', () => {
  const document = allowing(['sqs:*', 'ec2:*', 's3:List*']);
  const policies = [
    aPolicy({ name: 'p', document }),
    anAwsPolicy({ name: 'AmazonEC2FullAccess', document }),
  ];
  expect(outcomesOf(policyServiceWildcard, { policies })).toEqual({ p: 'fail' });
  const [finding] = findingsOf(policyServiceWildcard, { policies });
  expect(finding?.evidence['services']).toEqual(['ec2', 'sqs']);
});

test('a policy that is a boundary and nothing else gives nothing', () => {
  const bounding = { name: 'p', document: allowing('ec2:*'), attachmentCount: 0 };
  const outcome = (boundaryCount: number) =>
    outcomeOf(policyServiceWildcard, { policies: [aPolicy({ ...bounding, boundaryCount })] });
  expect(outcome(2)).toBe('pass');
  expect(outcome(0)).toBe('fail');
});
