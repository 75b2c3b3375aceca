import { expect, test } from 'vitest';
import { trusting } from '../testing/documents.fixture.ts';
import { outcomeOf, outcomesOf } from '../testing/outcomes.fixture.ts';
import { aRole } from '../testing/snapshot.fixture.ts';
import { roleSamlAud } from './role-saml-aud.ts';

const idp = { Federated: 'arn:aws:iam::111122223333:saml-provider/idp' };
const url = 'https://signin.aws.amazon.com/saml';

test.each([
  ['nothing', undefined, 'fail'],
  ['the audience', { StringEquals: { 'SAML:aud': url } }, 'pass'],
  ['the audience, key in lower case', { StringEquals: { 'saml:aud': url } }, 'pass'],
  [
    'the audience if there is one, and there is',
    { StringEqualsIfExists: { 'SAML:aud': url } },
    'pass',
  ],
  ['any audience', { StringLike: { 'SAML:aud': '*' } }, 'fail'],
  ['any other audience', { StringNotEquals: { 'SAML:aud': url } }, 'fail'],
  ['the issuer', { StringEquals: { 'SAML:iss': 'https://idp' } }, 'fail'],
] as const)('tests %s', (_, condition, outcome) => {
  const roles = [aRole({ name: 'r', trust: trusting(idp, condition) })];
  expect(outcomeOf(roleSamlAud, { roles })).toBe(outcome);
});

test('leaves out Identity Center and others', () => {
  const path = '/aws-reserved/sso.amazonaws.com/';
  const roles = [aRole({ name: 'sso', path, trust: trusting(idp) }), aRole({ name: 'ec2' })];
  expect(outcomesOf(roleSamlAud, { roles })).toEqual({ root: 'not-applicable' });
});
