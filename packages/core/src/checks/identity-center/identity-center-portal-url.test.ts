import { expect, test } from 'vitest';
import { known, unknown } from '../../model/part.ts';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { identityCenterPortalUrl } from './identity-center-portal-url.ts';
import { anInstance } from './testing/identity-center.fixture.ts';

const denied = unknown({ code: 'ACCESS_DENIED', message: 'no', permission: 'sso:ListInstances' });
const identityCenterInstances = { 'eu-west-1': known([anInstance()]), 'us-east-1': denied };
const name = 'ssoins-1111222233334444#eu-west-1';

test('derives the address from the identity store', () => {
  expect(findingsOf(identityCenterPortalUrl, { identityCenterInstances })).toMatchObject([
    { outcome: 'pass', evidence: { url: 'https://d-1234567890.awsapps.com/start' } },
    { outcome: 'unknown' },
  ]);
});

test('leaves other partitions to a person', () => {
  const situation = { partition: 'aws-us-gov' };
  expect(outcomesOf(identityCenterPortalUrl, { identityCenterInstances }, situation)).toEqual({
    [name]: 'manual',
    'root#us-east-1': 'unknown',
  });
});

test('has nothing to say without an instance', () => {
  const none = { 'eu-west-1': known([]) };
  expect(outcomesOf(identityCenterPortalUrl, { identityCenterInstances: none })).toEqual({
    root: 'not-applicable',
  });
});
