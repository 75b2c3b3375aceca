import { expect, test } from 'vitest';
import { oidcIssuerSchema, oidcIssuersSchema } from './oidc-issuer.ts';

const issuer = { issuer: 'https://id.example.com', audiences: ['rolecall'], kind: 'person' };

test('what is left out is the careful choice', () => {
  expect(oidcIssuerSchema.parse(issuer)).toEqual({
    issuer: 'https://id.example.com',
    audiences: ['rolecall'],
    otherAudiences: [],
    algorithms: ['RS256', 'ES256', 'EdDSA', 'PS256'],
    types: ['at+jwt', 'JWT'],
    clockSkewSeconds: 30,
    subjectClaim: 'sub',
    groupPrefix: '',
    nameClaim: 'name',
    kind: 'person',
  });
});

test.each([
  ['plain HTTP', { issuer: 'http://id.example.com' }],
  ['no URL', { issuer: 'id.example.com' }],
  ['a host that looks like this one', { issuer: 'http://localhost.example.com' }],
  ['a bar', { issuer: 'https://id.example.com/a|b' }],
  ['a password', { issuer: 'https://me:secret@id.example.com' }],
  ['keys over plain HTTP', { jwksUri: 'http://id.example.com/jwks' }],
  ['no audience', { audiences: [] }],
  ['unsigned tokens', { algorithms: ['none'] }],
  ['a shared secret', { algorithms: ['RS256', 'HS256'] }],
  ['a skew of an hour', { clockSkewSeconds: 3600 }],
  ['a misspelt option', { audience: 'rolecall' }],
])('%s is refused', (_, more) => {
  expect(oidcIssuerSchema.safeParse({ ...issuer, ...more }).success).toBe(false);
});

test.each(['http://localhost:8080', 'http://127.0.0.1:1', 'http://[::1]:1', 'https://a.example/'])(
  '%s is taken',
  (url) => {
    expect(oidcIssuerSchema.safeParse({ ...issuer, issuer: url }).success).toBe(true);
  },
);

test('an issuer stands there once', () => {
  expect(oidcIssuersSchema.safeParse([issuer, issuer]).success).toBe(false);
});

test.each([
  ['', '', false],
  ['a/', 'a/', false],
  ['a', 'ab', false],
  ['', 'a/', true],
  ['a/', 'b/', true],
])('groups of two issuers with the prefixes %j and %j: %s', (one, other, success) => {
  const grouped = (host: string, groupPrefix: string) => ({
    ...issuer,
    issuer: `https://${host}.example.com`,
    groupsClaim: 'groups',
    groupPrefix,
  });
  const { groupsClaim: _, ...without } = grouped('c', one);
  const given = [grouped('a', one), grouped('b', other)];
  expect(oidcIssuersSchema.safeParse(given).success).toBe(success);
  expect(oidcIssuersSchema.safeParse([grouped('a', one), without]).success).toBe(true);
});
