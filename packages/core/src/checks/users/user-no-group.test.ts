import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aUser } from '../testing/snapshot.fixture.ts';
import { userNoGroup } from './user-no-group.ts';

test('fails users in no group', () => {
  const users = [aUser({ name: 'alone' }), aUser({ name: 'member', groups: ['readers'] })];
  expect(outcomesOf(userNoGroup, { users, roles: [] })).toEqual({ alone: 'fail', member: 'pass' });
});
