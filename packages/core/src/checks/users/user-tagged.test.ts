import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aUser } from '../testing/snapshot.fixture.ts';
import { userTagged } from './user-tagged.ts';

const users = [
  aUser({ name: 'tagged', tags: { owner: 'team', purpose: 'test' } }),
  aUser({ name: 'other-case', tags: { Owner: 'team', Purpose: 'test' } }),
  aUser({ name: 'half', tags: { owner: 'team' } }),
];

test('fails where a required tag is missing', () => {
  const settings = { requiredUserTags: ['owner', 'purpose'] };
  expect(outcomesOf(userTagged, { users }, { settings })).toEqual({
    tagged: 'pass',
    'other-case': 'pass',
    half: 'fail',
  });
});

test('does not apply where no tags are required', () => {
  expect(outcomesOf(userTagged, { users })).toEqual({ root: 'not-applicable' });
});
