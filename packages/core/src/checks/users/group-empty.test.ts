import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aGroup, aUser } from '../testing/snapshot.fixture.ts';
import { groupEmpty } from './group-empty.ts';

test('fails groups that no user is in', () => {
  const parts = {
    users: [aUser({ name: 'alice', groups: ['readers'] })],
    groups: [aGroup({ name: 'readers' }), aGroup({ name: 'read' })],
  };
  expect(outcomesOf(groupEmpty, parts)).toEqual({ readers: 'pass', read: 'fail' });
});
