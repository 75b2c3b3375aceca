import { expect, test } from 'vitest';
import { known, unknown } from '../../model/part.ts';
import { outcomesOf } from '../testing/outcomes.fixture.ts';
import { account } from '../testing/snapshot.fixture.ts';
import { identityCenterKms } from './identity-center-kms.ts';
import { anInstance } from './testing/identity-center.fixture.ts';

const denied = unknown({ code: 'ACCESS_DENIED', message: 'no', permission: 'sso:ListInstances' });
const own = anInstance({ ownerAccount: account });
const name = 'ssoins-1111222233334444#eu-west-1';

test.each([
  ['a key of AWS', { ...own, keyType: 'AWS_OWNED_KMS_KEY' }, { [name]: 'pass' }],
  ['a key of the customer', { ...own, keyType: 'CUSTOMER_MANAGED_KEY' }, { [name]: 'pass' }],
  ['a key that does not show', own, { [name]: 'unknown' }],
  ["another account's", anInstance(), { [name]: 'not-applicable' }],
  ['on its way', anInstance({ status: 'CREATE_IN_PROGRESS' }), { root: 'not-applicable' }],
])('%s', (_, instance, outcomes) => {
  const identityCenterInstances = { 'eu-west-1': known([instance]), 'us-east-1': known([]) };
  expect(outcomesOf(identityCenterKms, { identityCenterInstances })).toEqual(outcomes);
});

test('is unknown for the regions that were not read', () => {
  const identityCenterInstances = {
    'eu-west-1': known([{ ...own, keyType: 'AWS_OWNED_KMS_KEY' }]),
    'us-east-1': denied,
  };
  expect(outcomesOf(identityCenterKms, { identityCenterInstances })).toEqual({
    [name]: 'pass',
    'root#us-east-1': 'unknown',
  });
});
