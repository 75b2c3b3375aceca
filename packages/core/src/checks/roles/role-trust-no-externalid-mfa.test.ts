import { expect, test } from 'vitest';
import { denyingTrust, organizationId, stranger, trusting } from '../testing/documents.fixture.ts';
import { outcomeOf } from '../testing/outcomes.fixture.ts';
import { account, aRole } from '../testing/snapshot.fixture.ts';
import { roleTrustNoExternalidMfa } from './role-trust-no-externalid-mfa.ts';

const mfa = 'aws:MultiFactorAuthPresent';
const id = 'sts:ExternalId';
const alone = { organization: null, organizationAccounts: null };
const organization = { id: organizationId, managementAccountId: stranger, featureSet: 'ALL' };

test.each([
  ['nothing', undefined, [], 'fail'],
  ['an external id', { StringEquals: { [id]: 'abc' } }, [], 'pass'],
  ['an external id in lower case', { StringEquals: { 'STS:externalid': 'abc' } }, [], 'pass'],
  ['any external id', { StringLike: { [id]: '*' } }, [], 'fail'],
  ['an external id to be there', { Null: { [id]: 'false' } }, [], 'fail'],
  ['an external id where there is one', { StringEqualsIfExists: { [id]: 'abc' } }, [], 'fail'],
  ['another external id than this', { StringNotEquals: { [id]: 'abc' } }, [], 'fail'],
  ['MFA', { Bool: { [mfa]: 'true' } }, [], 'pass'],
  ['MFA where it is told', { BoolIfExists: { [mfa]: 'true' } }, [], 'fail'],
  ['MFA not to be there', { Bool: { [mfa]: 'false' } }, [], 'fail'],
  ['MFA of late', { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }, [], 'pass'],
  ['a tag', { StringEquals: { 'aws:PrincipalTag/a': 'b' } }, [], 'fail'],
  ['MFA by a Deny', undefined, [denyingTrust({ BoolIfExists: { [mfa]: 'false' } })], 'pass'],
  [
    'MFA by a Deny that misses keys',
    undefined,
    [denyingTrust({ Bool: { [mfa]: 'false' } })],
    'fail',
  ],
  [
    'an external id by a Deny',
    undefined,
    [denyingTrust({ StringNotEquals: { [id]: 'abc' } })],
    'pass',
  ],
] as const)('asks for %s', (_, condition, others, outcome) => {
  const roles = [aRole({ name: 'r', trust: trusting({ AWS: stranger }, condition, ...others) })];
  expect(outcomeOf(roleTrustNoExternalidMfa, { roles, ...alone })).toBe(outcome);
  const settings = { trustedAccounts: [stranger] };
  expect(outcomeOf(roleTrustNoExternalidMfa, { roles, ...alone }, { settings })).toBe(outcome);
});

test.each([
  ['the own account', { AWS: account }, alone, 'not-applicable'],
  ['the organization', { AWS: stranger }, { organization, organizationAccounts: null }, 'pass'],
  ['perhaps the organization', { AWS: stranger }, {}, 'warn'],
] as const)('%s', (_, principal, parts, outcome) => {
  const roles = [aRole({ name: 'r', trust: trusting(principal) })];
  expect(outcomeOf(roleTrustNoExternalidMfa, { roles, ...parts })).toBe(outcome);
});
