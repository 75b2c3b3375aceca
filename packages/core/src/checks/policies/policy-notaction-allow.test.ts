import type { PolicyDocument } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { aDocument, denying } from '../testing/documents.fixture.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aPolicy } from '../testing/snapshot.fixture.ts';
import { policyNotactionAllow } from './policy-notaction-allow.ts';

const allBut = { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' } as const;
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

test.each<readonly [string, PolicyDocument, string]>([
  ['on everything', aDocument(allBut), 'fail'],
  ['on any ARN', aDocument({ ...allBut, Resource: ['arn:aws:s3:::b', 'arn:*'] }), 'fail'],
  [
    'on all but a bucket',
    aDocument({ Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::b' }),
    'fail',
  ],
  ['on a bucket', aDocument({ ...allBut, Resource: 'arn:aws:s3:::b/*' }), 'pass'],
  ['while a condition holds', aDocument({ ...allBut, Condition: mfa }), 'warn'],
  ['in a Deny', aDocument({ ...allBut, Effect: 'Deny' }), 'pass'],
  ['all denied', aDocument(allBut, denying('*')), 'pass'],
  ['some denied', aDocument(allBut, denying('s3:*')), 'fail'],
  ['of everything', aDocument({ ...allBut, NotAction: '*' }), 'pass'],
])('NotAction %s', (_, document, outcome) => {
  const parts = { users: [], groups: [], roles: [], policies: [aPolicy({ name: 'p', document })] };
  expect(outcomeOf(policyNotactionAllow, parts)).toBe(outcome);
});
