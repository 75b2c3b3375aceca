import { expect, test } from 'vitest';
import {
  denyingTrust,
  organizationId,
  stranger,
  trusting,
  vendor,
} from '../testing/documents.fixture.ts';
import { findingsOf, outcomeOf } from '../testing/outcomes.fixture.ts';
import { account, aRole } from '../testing/snapshot.fixture.ts';
import { roleTrustUntrustedAccount } from './role-trust-untrusted-account.ts';

const organization = { id: organizationId, managementAccountId: '222222222222', featureSet: 'ALL' };
const organizationAccounts = [{ id: vendor, name: 'member', status: 'ACTIVE' }];
const alone = { organization: null, organizationAccounts: null };
const managed = { organization, organizationAccounts };
const member = { organization, organizationAccounts: null };
const orgIs = (id: string) => ({ StringEquals: { 'aws:PrincipalOrgID': id } });

test.each([
  ['its own account', trusting({ AWS: account }), alone, 'pass'],
  ['a role of its own', trusting({ AWS: `arn:aws:iam::${account}:role/x` }), alone, 'pass'],
  ['a stranger', trusting({ AWS: stranger }), alone, 'fail'],
  ['a stranger by a user', trusting({ AWS: `arn:aws:iam::${stranger}:user/x` }), alone, 'fail'],
  [
    'a stranger by the condition',
    trusting('*', { StringEquals: { 'aws:PrincipalAccount': stranger } }),
    alone,
    'fail',
  ],
  [
    'its own by the condition',
    trusting('*', { StringEquals: { 'aws:PrincipalAccount': account } }),
    alone,
    'pass',
  ],
  [
    'a stranger who has an external id',
    trusting({ AWS: stranger }, { StringEquals: { 'sts:ExternalId': 'x' } }),
    alone,
    'fail',
  ],
  [
    'a stranger within its organization',
    trusting({ AWS: stranger }, orgIs(organizationId)),
    member,
    'pass',
  ],
  [
    'a stranger who is denied',
    trusting(
      { AWS: stranger },
      undefined,
      denyingTrust({
        StringEquals: { 'aws:PrincipalAccount': stranger },
        Null: { 'aws:PrincipalAccount': 'false' },
      }),
    ),
    alone,
    'fail',
  ],
  [
    'a stranger who is denied by name',
    trusting({ AWS: stranger }, undefined, {
      Effect: 'Deny',
      Principal: { AWS: stranger },
      Action: '*',
    }),
    alone,
    'pass',
  ],
  ['a service', trusting({ Service: 'ec2.amazonaws.com' }), alone, 'pass'],
  ['a deleted user', trusting({ AWS: 'AIDAEXAMPLEEXAMPLE12' }), alone, 'pass'],
  ['a member of its organization', trusting({ AWS: vendor }), managed, 'pass'],
  ['no member of its organization', trusting({ AWS: stranger }), managed, 'fail'],
  ['the management account', trusting({ AWS: '222222222222' }), member, 'pass'],
  ['perhaps a member', trusting({ AWS: stranger }), member, 'warn'],
  ['perhaps a member of an unread one', trusting({ AWS: stranger }), {}, 'warn'],
  ['another organization', trusting('*', orgIs('o-zzzzzzzzzz')), member, 'fail'],
  ['anyone', trusting('*'), member, 'fail'],
] as const)('trusts %s', (_, trust, parts, outcome) => {
  const roles = [aRole({ name: 'r', trust })];
  expect(outcomeOf(roleTrustUntrustedAccount, { roles, ...parts })).toBe(outcome);
});

test('names every account, and not those that the settings name', () => {
  const roles = [aRole({ name: 'r', trust: trusting({ AWS: [stranger, vendor, account] }) })];
  const parts = { roles, ...alone };
  const settings = { trustedAccounts: [vendor] };
  expect(findingsOf(roleTrustUntrustedAccount, parts, { settings })).toMatchObject([
    {
      outcome: 'fail',
      evidence: { outsiders: [`account ${stranger}: outside`, `account ${vendor}: trusted`] },
    },
  ]);
  const both = { trustedAccounts: [vendor, stranger] };
  expect(outcomeOf(roleTrustUntrustedAccount, parts, { settings: both })).toBe('pass');
});
