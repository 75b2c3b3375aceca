import { expect, test } from 'vitest';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { aGroup, anAwsPolicy, aPolicy, aRole, attach, aUser } from '../testing/snapshot.fixture.ts';
import { quarantinePolicyAttached } from './quarantine-policy-attached.ts';

const named = (name: string) => attach(anAwsPolicy({ name }));

test.each([
  ['the first version', named('AWSCompromisedKeyQuarantine'), { alice: 'fail' }],
  ['a later version', named('AWSCompromisedKeyQuarantineV3'), { alice: 'fail' }],
  [
    'a policy of the account by that name',
    attach(aPolicy({ name: 'AWSCompromisedKeyQuarantineV2' })),
    { root: 'pass' },
  ],
  ['another policy of AWS', named('AWSCompromisedKeyQuarantineReader'), { root: 'pass' }],
  ['nothing', [], { root: 'pass' }],
])('%s', (_, attachedPolicies, outcomes) => {
  const parts = {
    users: [aUser({ name: 'alice', attachedPolicies }), aUser({ name: 'bob' })],
    groups: [],
    roles: [],
  };
  expect(outcomesOf(quarantinePolicyAttached, parts)).toEqual(outcomes);
});

test('looks at groups and roles too', () => {
  const attachedPolicies = named('AWSCompromisedKeyQuarantineV2');
  const parts = {
    users: [],
    groups: [aGroup({ name: 'g', attachedPolicies })],
    roles: [aRole({ name: 'r', attachedPolicies })],
  };
  expect(outcomesOf(quarantinePolicyAttached, parts)).toEqual({ g: 'fail', r: 'fail' });
});
