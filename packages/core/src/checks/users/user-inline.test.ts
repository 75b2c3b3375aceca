import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { allowRead, aUser } from '../testing/snapshot.fixture.ts';
import { userInline } from './user-inline.ts';

const inlinePolicies = [{ name: 'read', document: allowRead }];

test('fails each user with inline policies', () => {
  const users = [aUser({ name: 'one', inlinePolicies }), aUser({ name: 'other' })];
  expect(outcomesOf(userInline, { users })).toEqual({ one: 'fail', other: 'pass' });
});
