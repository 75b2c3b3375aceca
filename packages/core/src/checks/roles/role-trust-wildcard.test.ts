import { expect, test } from 'vitest';
import {
  aDocument,
  denyingTrust,
  organizationId,
  stranger,
  trusting,
} from '../testing/documents.fixture.ts';
import { outcomeOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { aRole } from '../testing/snapshot.fixture.ts';
import { roleTrustWildcard } from './role-trust-wildcard.ts';

const org = { 'aws:PrincipalOrgID': organizationId };
const assume = { Effect: 'Allow', Action: 'sts:AssumeRole' } as const;

test.each([
  ['anyone', trusting('*'), 'fail'],
  ['anyone, as AWS', trusting({ AWS: '*' }), 'fail'],
  ['anyone among others', trusting({ AWS: [stranger, '*'] }), 'fail'],
  ['all but one', aDocument({ ...assume, NotPrincipal: { AWS: stranger } }), 'fail'],
  ['in lower case', aDocument({ ...assume, Action: 'STS:assumerole', Principal: '*' }), 'fail'],
  [
    'by a wildcard of the action',
    aDocument({ ...assume, Action: 'sts:*', Principal: '*' }),
    'fail',
  ],
  [
    'by NotAction',
    aDocument({ Effect: 'Allow', NotAction: 'sts:TagSession', Principal: '*' }),
    'fail',
  ],
  [
    'to tag sessions only',
    aDocument({ ...assume, Action: 'sts:TagSession', Principal: '*' }),
    'pass',
  ],
  ['an account', trusting({ AWS: stranger }), 'pass'],
  ['a service', trusting({ Service: 'ec2.amazonaws.com' }), 'pass'],
  ['the organization', trusting('*', { StringEquals: org }), 'pass'],
  [
    'the organization, key in lower case',
    trusting('*', { StringEquals: { 'aws:principalorgid': organizationId } }),
    'pass',
  ],
  ['the organization, if there is one', trusting('*', { StringEqualsIfExists: org }), 'fail'],
  ['all values of the organization', trusting('*', { 'ForAllValues:StringEquals': org }), 'fail'],
  ['any organization', trusting('*', { StringLike: { 'aws:PrincipalOrgID': '*' } }), 'fail'],
  [
    'organizations that begin so',
    trusting('*', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }),
    'fail',
  ],
  ['all but an organization', trusting('*', { StringNotEquals: org }), 'fail'],
  [
    'a path',
    trusting('*', {
      'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${organizationId}/r-1/*` },
    }),
    'pass',
  ],
  [
    'any path',
    trusting('*', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-*/*' } }),
    'fail',
  ],
  [
    'roles of an account',
    trusting('*', { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${stranger}:role/*` } }),
    'pass',
  ],
  [
    'a role name anywhere',
    trusting('*', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin' } }),
    'fail',
  ],
  [
    'an account by its number',
    trusting('*', { StringEquals: { 'aws:PrincipalAccount': stranger } }),
    'pass',
  ],
  ['a source', trusting('*', { StringEquals: { 'aws:SourceAccount': stranger } }), 'pass'],
  [
    'a source bucket',
    trusting('*', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::bucket' } }),
    'pass',
  ],
  ['any source', trusting('*', { ArnLike: { 'aws:SourceArn': 'arn:aws:*:*:*:*' } }), 'fail'],
  ['an external id', trusting('*', { StringEquals: { 'sts:ExternalId': 'secret' } }), 'fail'],
  ['MFA', trusting('*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }), 'fail'],
  ['a tag', trusting('*', { StringEquals: { 'aws:PrincipalTag/team': 'ops' } }), 'fail'],
  ['an address', trusting('*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }), 'warn'],
  ['all addresses', trusting('*', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }), 'fail'],
  ['an endpoint', trusting('*', { StringEquals: { 'aws:SourceVpce': 'vpce-1' } }), 'warn'],
  [
    'either',
    trusting(
      '*',
      { StringEquals: org },
      ...[trusting('*')].flatMap(() => [{ ...assume, Principal: '*' }]),
    ),
    'fail',
  ],
  ['others denied', trusting('*', undefined, denyingTrust({ StringNotEquals: org })), 'pass'],
  [
    'others denied, services apart',
    trusting(
      '*',
      undefined,
      denyingTrust({ StringNotEquals: org, Bool: { 'aws:PrincipalIsAWSService': 'false' } }),
    ),
    'pass',
  ],
  [
    'others denied, those without a key apart',
    trusting(
      '*',
      undefined,
      denyingTrust({ StringNotEquals: org, Null: { 'aws:PrincipalOrgID': 'false' } }),
    ),
    'fail',
  ],
  [
    'everyone denied',
    trusting('*', undefined, { Effect: 'Deny', Principal: '*', Action: '*' }),
    'pass',
  ],
  ['a broken condition', trusting('*', { Bogus: org }), 'unknown'],
] as const)('trusts %s', (_, trust, outcome) => {
  expect(outcomeOf(roleTrustWildcard, { roles: [aRole({ name: 'r', trust })] })).toBe(outcome);
});

test('leaves out the roles of AWS', () => {
  const linked = aRole({ name: 'x', path: '/aws-service-role/a/', trust: trusting('*') });
  expect(outcomesOf(roleTrustWildcard, { roles: [linked] })).toEqual({ root: 'not-applicable' });
});
