import { expect, test } from 'vitest';
import { allowing, trusting } from '../testing/documents.fixture.ts';
import { findingsOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { allowRead, anAwsPolicy, aPolicy, aRole, aUser } from '../testing/snapshot.fixture.ts';
import { policyValid } from './policy-valid.ts';

const misspelt = allowing('s3:GetObjekt');
const passAll = allowing('iam:PassRole');

test('finds errors and security warnings in every kind of policy', () => {
  const parts = {
    users: [
      aUser({ name: 'alice', inlinePolicies: [{ name: 'x', document: misspelt }] }),
      aUser({ name: 'nothing-inline' }),
    ],
    groups: [],
    roles: [
      aRole({ name: 'good' }),
      aRole({ name: 'bad-trust', trust: trusting('*', { Bogus: { a: 'b' } }) }),
      aRole({ name: 'linked', path: '/aws-service-role/x/', trust: misspelt }),
    ],
    policies: [
      aPolicy({ name: 'pass-all', document: passAll }),
      aPolicy({ name: 'read', document: allowRead }),
      anAwsPolicy({ name: 'ofAws', document: misspelt }),
    ],
  };
  expect(outcomesOf(policyValid, parts)).toEqual({
    'pass-all': 'fail',
    read: 'pass',
    alice: 'fail',
    good: 'pass',
    'bad-trust': 'fail',
  });
  const [finding] = findingsOf(policyValid, parts);
  expect(finding?.evidence).toEqual({ policy: ['PASS_ROLE_WITH_STAR_IN_RESOURCE'] });
});
