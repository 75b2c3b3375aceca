import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aRole } from '../testing/snapshot.fixture.ts';
import { roleTagged } from './role-tagged.ts';

const roles = [
  aRole({ name: 'tagged', tags: { owner: 'team', purpose: 'test' } }),
  aRole({ name: 'other-case', tags: { Owner: 'team', Purpose: 'test' } }),
  aRole({ name: 'half', tags: { owner: 'team' } }),
];

test('fails where a required tag is missing', () => {
  const settings = { requiredRoleTags: ['owner', 'purpose'] };
  expect(outcomesOf(roleTagged, { roles }, { settings })).toEqual({
    tagged: 'pass',
    'other-case': 'pass',
    half: 'fail',
  });
});

test('does not apply where no tags are required', () => {
  expect(outcomesOf(roleTagged, { roles })).toEqual({ root: 'not-applicable' });
});

test('leaves out the roles of AWS', () => {
  const linked = aRole({ name: 'linked', path: '/aws-service-role/support.amazonaws.com/' });
  const settings = { requiredRoleTags: ['owner'] };
  expect(outcomesOf(roleTagged, { roles: [linked] }, { settings })).toEqual({
    root: 'not-applicable',
  });
});
