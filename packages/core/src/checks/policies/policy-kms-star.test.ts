import type { PolicyDocument } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { aDocument, allowing, denying } from '../testing/documents.fixture.ts';
import { outcomeOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { anAwsPolicy, aPolicy, aRole, aUser } from '../testing/snapshot.fixture.ts';
import { policyKmsStar } from './policy-kms-star.ts';

const nobody = { users: [], groups: [], roles: [] };
const allow = { Effect: 'Allow', Resource: '*' } as const;
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

test.each<readonly [string, PolicyDocument, string]>([
  ['all', allowing('kms:*'), 'fail'],
  ['all, in capitals', allowing('KMS:*'), 'fail'],
  ['everything', allowing('*'), 'fail'],
  ['all on every key', allowing('kms:*', { Resource: 'arn:aws:kms:*:111122223333:key/*' }), 'fail'],
  ['all but another service', aDocument({ ...allow, NotAction: 's3:*' }), 'fail'],
  ['all but it', aDocument({ ...allow, NotAction: 'kms:*' }), 'pass'],
  ['all but a part of it', aDocument({ ...allow, NotAction: 'kms:Delete*' }), 'pass'],
  [
    'one key',
    allowing('kms:*', { Resource: 'arn:aws:kms:eu-west-1:111122223333:key/abc' }),
    'pass',
  ],
  ['some', allowing(['kms:Decrypt', 'kms:Describe*']), 'pass'],
  ['while a condition holds', allowing('kms:*', { Condition: mfa }), 'warn'],
  ['denied', aDocument({ ...allow, Action: '*' }, denying('kms:*')), 'pass'],
  [
    'one action denied',
    aDocument({ ...allow, Action: 'kms:*' }, denying('kms:ScheduleKeyDeletion')),
    'fail',
  ],
  [
    'denied while',
    aDocument({ ...allow, Action: 'kms:*' }, denying('kms:*', { Condition: mfa })),
    'fail',
  ],
  [
    'denied to others',
    aDocument({ ...allow, Action: 'kms:*' }, { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }),
    'pass',
  ],
])('%s', (_, document, outcome) => {
  const policies = [aPolicy({ name: 'p', document })];
  expect(outcomeOf(policyKmsStar, { ...nobody, policies })).toBe(outcome);
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
  expect(outcomesOf(policyKmsStar, parts)).toEqual({ 'alice#x': 'fail', 'r#x': 'fail' });
});
