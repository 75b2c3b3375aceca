import type { PolicyDocument } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { aDocument, allowing, denying } from '../testing/documents.fixture.ts';
import { outcomeOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { anAwsPolicy, aPolicy, aRole, aUser } from '../testing/snapshot.fixture.ts';
import { policyCloudtrailStar } from './policy-cloudtrail-star.ts';

const nobody = { users: [], groups: [], roles: [] };
const allow = { Effect: 'Allow', Resource: '*' } as const;
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

test.each<readonly [string, PolicyDocument, string]>([
  ['all', allowing('cloudtrail:*'), 'fail'],
  [
    'all on every trail',
    allowing('cloudtrail:*', { Resource: 'arn:aws:cloudtrail:*:*:trail/*' }),
    'fail',
  ],
  [
    'one trail',
    allowing('cloudtrail:*', { Resource: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/a' }),
    'pass',
  ],
  ['reading', allowing(['cloudtrail:Get*', 'cloudtrail:LookupEvents']), 'pass'],
  ['while a condition holds', allowing('cloudtrail:*', { Condition: mfa }), 'warn'],
  ['denied', aDocument({ ...allow, Action: 'cloudtrail:*' }, denying('*')), 'pass'],
])('%s', (_, document, outcome) => {
  const policies = [aPolicy({ name: 'p', document })];
  expect(outcomeOf(policyCloudtrailStar, { ...nobody, policies })).toBe(outcome);
});

test('looks at inline policies, and not at those of AWS', () => {
  const document = allowing('*');
  const inlinePolicies = [{ name: 'x', document }];
  const parts = {
    users: [aUser({ name: 'alice', inlinePolicies })],
    groups: [],
    roles: [
      aRole({ name: 'r', inlinePolicies }),
      aRole({ name: 'sso', path: '/aws-reserved/sso.amazonaws.com/', inlinePolicies }),
    ],
    policies: [anAwsPolicy({ name: 'AdministratorAccess', document })],
  };
  expect(outcomesOf(policyCloudtrailStar, parts)).toEqual({ 'alice#x': 'fail', 'r#x': 'fail' });
});
