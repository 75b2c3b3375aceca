import type { PolicyCondition } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { allowing, trusting } from '../testing/documents.fixture.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aRole } from '../testing/snapshot.fixture.ts';
import { roleCognitoUnauth } from './role-cognito-unauth.ts';

const host = 'cognito-identity.amazonaws.com';
const pool = { StringEquals: { [`${host}:aud`]: 'eu-west-1:1234' } };
const amr = (value: string, operator = 'ForAnyValue:StringLike') => ({
  ...pool,
  [operator]: { [`${host}:amr`]: value },
});
const writing = allowing('s3:PutObject');
const reading = allowing('s3:GetObject');

test.each<readonly [string, PolicyCondition | undefined, typeof writing, string]>([
  ['nothing', undefined, reading, 'fail'],
  [
    'only whether they signed in',
    { 'ForAnyValue:StringLike': { [`${host}:amr`]: 'authenticated' } },
    reading,
    'fail',
  ],
  [
    'any pool',
    { ...amr('authenticated'), StringEquals: {}, StringLike: { [`${host}:aud`]: '*' } },
    reading,
    'fail',
  ],
  ['the pool', pool, writing, 'fail'],
  ['the pool', pool, reading, 'pass'],
  ['those who signed in', amr('authenticated'), writing, 'pass'],
  ['guests', amr('unauthenticated'), writing, 'fail'],
  ['guests', amr('unauthenticated'), reading, 'pass'],
  ['guests by a wildcard', amr('*authenticated'), writing, 'fail'],
])('tests %s', (_, condition, document, outcome) => {
  const role = aRole({
    name: 'r',
    trust: trusting({ Federated: host }, condition),
    inlinePolicies: [{ name: 'x', document }],
  });
  expect(outcomeOf(roleCognitoUnauth, { roles: [role], groups: [], policies: [] })).toBe(outcome);
});

test('does not apply to other providers', () => {
  const roles = [aRole({ name: 'r', trust: trusting({ Federated: 'accounts.google.com' }) })];
  expect(outcomeOf(roleCognitoUnauth, { roles, groups: [], policies: [] })).toBe('not-applicable');
});
