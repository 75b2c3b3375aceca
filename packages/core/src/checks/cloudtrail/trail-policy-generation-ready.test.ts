import { expect, test } from 'vitest';
import { known } from '../../model/part.ts';
import { aDocument } from '../testing/documents.fixture.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aRole } from '../testing/snapshot.fixture.ts';
import { aTrail, events, notTold, stopped } from '../testing/trails.fixture.ts';
import { trailPolicyGenerationReady } from './trail-policy-generation-ready.ts';

test.each([
  ['none', [], 'fail'],
  ['all', [aTrail()], 'pass'],
  ['writing only', [aTrail(events(false, true))], 'fail'],
  ['stopped', [aTrail({ status: stopped })], 'fail'],
  [
    'failing to deliver',
    [aTrail({ status: known({ logging: true, deliveryError: 'x' }) })],
    'fail',
  ],
  ['not told', [aTrail({ status: notTold })], 'unknown'],
])('a trail %s', (_, trails, outcome) => {
  expect(outcomeOf(trailPolicyGenerationReady, { trails })).toBe(outcome);
});

const key = 'arn:aws:kms:eu-west-1:111122223333:key/abc';
const reading = (bucket: string) => ({
  Effect: 'Allow' as const,
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
});

test.each([
  ['reads the bucket', [reading('logs')], {}, 'pass'],
  ['reads another bucket', [reading('other')], {}, 'fail'],
  ['cannot use the key', [reading('logs')], { kmsKey: key }, 'fail'],
  [
    'uses the key',
    [reading('logs'), { Effect: 'Allow' as const, Action: 'kms:Decrypt', Resource: key }],
    { kmsKey: key },
    'pass',
  ],
])('a role that %s', (_, statements, trail, outcome) => {
  const role = aRole({
    name: 'AccessAnalyzerMonitorServiceRole_X',
    path: '/service-role/',
    inlinePolicies: [{ name: 'x', document: aDocument(...statements) }],
  });
  const parts = { trails: [aTrail(trail)], roles: [role], groups: [], policies: [] };
  expect(outcomeOf(trailPolicyGenerationReady, parts)).toBe(outcome);
});
