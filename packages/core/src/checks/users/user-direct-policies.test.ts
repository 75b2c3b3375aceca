import { expect, test } from 'vitest';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { allowRead, aPolicy, attach, aUser } from '../testing/snapshot.fixture.ts';
import { userDirectPolicies } from './user-direct-policies.ts';

const inlinePolicies = [{ name: 'mine', document: allowRead }];

test('looks at both kinds of policies', () => {
  const users = [
    aUser({ name: 'attached', attachedPolicies: attach(aPolicy({ name: 'read' })) }),
    aUser({ name: 'inline', inlinePolicies }),
    aUser({ name: 'by-group', groups: ['readers'] }),
  ];
  expect(outcomesOf(userDirectPolicies, { users })).toEqual({
    attached: 'fail',
    inline: 'fail',
    'by-group': 'pass',
  });
});

test('says all of a user in one finding', () => {
  const attachedPolicies = attach(aPolicy({ name: 'read' }), aPolicy({ name: 'write' }));
  const users = [aUser({ name: 'alice', attachedPolicies, inlinePolicies })];
  expect(findingsOf(userDirectPolicies, { users })).toMatchObject([
    { message: 'alice has policies of its own: read, write, mine (inline).' },
  ]);
});
