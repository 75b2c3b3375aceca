import { expect, test } from 'vitest';
import { aDocument, trusting } from '../testing/documents.fixture.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { aRole, aUser } from '../testing/snapshot.fixture.ts';
import { roleTrustOrphanedPrincipal } from './role-trust-orphaned-principal.ts';

const gone = 'AIDACKCEVSQ6C2EXAMPLE';

test.each([
  ['a deleted user', trusting({ AWS: gone }), 'fail'],
  ['a deleted role', trusting({ AWS: ['111122223333', 'AROADBQP57FF2AEXAMPLE'] }), 'fail'],
  [
    'all but a deleted user',
    aDocument({ Effect: 'Deny', NotPrincipal: { AWS: gone }, Action: '*' }),
    'fail',
  ],
  ['a user', trusting({ AWS: 'arn:aws:iam::111122223333:user/AIDACKCEVSQ6C2EXAMPLE' }), 'pass'],
  ['an account', trusting({ AWS: '111122223333' }), 'pass'],
  ['anyone', trusting('*'), 'pass'],
])('trusts %s', (_, trust, outcome) => {
  const roles = [aRole({ name: 'r', trust })];
  expect(outcomeOf(roleTrustOrphanedPrincipal, { roles })).toBe(outcome);
});

test('an id of somebody who exists', () => {
  const roles = [aRole({ name: 'r', trust: trusting({ AWS: gone }) })];
  const users = [aUser({ name: 'alice', id: gone })];
  expect(outcomeOf(roleTrustOrphanedPrincipal, { roles, users })).toBe('pass');
});
