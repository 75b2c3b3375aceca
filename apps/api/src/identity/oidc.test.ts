import { describe, expect, test } from 'vitest';
import {
  audience,
  issuerKey,
  issuerUrl,
  sign,
  start,
  type TokenParts,
} from './testing/issuer.fixture.ts';
import { first, outcomeOf, verifierFor } from './testing/verifier.fixture.ts';

const seconds = start.getTime() / 1000;

describe('a genuine token', () => {
  test('says who it is about', async () => {
    const { verify } = verifierFor([first]);
    expect(await verify(await sign(first))).toEqual({
      actor: { kind: 'person', id: `${issuerUrl}|ada`, name: 'Ada Lovelace' },
      groups: ['platform'],
      roles: [],
      scopes: null,
      tokenId: null,
    });
  });

  const claimed: readonly (readonly [string, object, object, object])[] = [
    ['no name', {}, { name: undefined }, { actor: { name: 'ada' } }],
    ['a name that is none', {}, { name: ['Ada'] }, { actor: { name: 'ada' } }],
    ['a name that hides', {}, { name: 'Ada\u202e\n' }, { actor: { name: 'Ada\\u{202e}' } }],
    [
      'another claim for the name',
      { nameClaim: 'email' },
      { email: 'a@b' },
      { actor: { name: 'a@b' } },
    ],
    [
      'another subject',
      { subjectClaim: 'oid' },
      { oid: 'o-1' },
      { actor: { id: `${issuerUrl}|o-1` } },
    ],
    [
      'a verified address as the subject',
      { subjectClaim: 'email' },
      { email: 'a@b', email_verified: true },
      { actor: { id: `${issuerUrl}|a@b` } },
    ],
    ['one group', {}, { groups: 'ops' }, { groups: ['ops'] }],
    ['a group twice', {}, { groups: ['ops', 'ops'] }, { groups: ['ops'] }],
    ['no groups', {}, { groups: undefined }, { groups: [] }],
    ['groups nobody asked for', { groupsClaim: undefined }, {}, { groups: [] }],
    ['a prefix for groups', { groupPrefix: 'partner/' }, {}, { groups: ['partner/platform'] }],
    [
      'scopes',
      { scopePrefix: 'rc:' },
      { scope: 'openid rc:grants:read rc:no' },
      { scopes: ['grants:read'] },
    ],
    ['scopes as a list', { scopePrefix: 'rc:' }, { scp: ['rc:me:read'] }, { scopes: ['me:read'] }],
    ['no scope where one is needed', { scopePrefix: 'rc:' }, {}, { scopes: [] }],
  ];
  test.each(claimed)('with %s', async (_, config, claims, expected) => {
    const { verify } = verifierFor([first], config);
    expect(await verify(await sign(first, { claims: { ...claims } }))).toMatchObject(expected);
  });

  const fitting: readonly (readonly [string, TokenParts])[] = [
    ['without typ', { header: { typ: undefined } }],
    ['as RFC 9068 types it', { header: { typ: 'at+jwt' } }],
    ['with a long type', { header: { typ: 'application/AT+JWT' } }],
    ['with a list of one audience', { claims: { aud: [audience] } }],
    ['expired within the skew', { claims: { exp: seconds - 29 } }],
    [
      'of a clock that is ahead within the skew',
      { claims: { iat: seconds + 30, nbf: seconds + 30 } },
    ],
  ];
  test.each(fitting)('%s', async (_, parts) => {
    const { verify } = verifierFor([first]);
    expect(await outcomeOf(verify(await sign(first, parts)))).toBe('authenticated');
  });

  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('signed with %s', async (alg) => {
    const key = await issuerKey('k', alg);
    const { verify } = verifierFor([key]);
    expect(await outcomeOf(verify(await sign(key)))).toBe('authenticated');
  });

  test.each([undefined, false, 'true'])(
    'with an address as the subject that is not verified (%j) is refused',
    async (email_verified) => {
      const { verify } = verifierFor([first], { subjectClaim: 'email' });
      const token = await sign(first, { claims: { email: 'a@b', email_verified } });
      expect(await outcomeOf(verify(token))).toBe('credentials-invalid: claims');
    },
  );

  test('for two services, where the other one is known', async () => {
    const other = 'https://id.example.com/userinfo';
    const token = await sign(first, { claims: { aud: [audience, other] } });
    const known = verifierFor([first], { otherAudiences: [other] });
    expect(await outcomeOf(known.verify(token))).toBe('authenticated');
    const alone = await sign(first, { claims: { aud: other } });
    expect(await outcomeOf(known.verify(alone))).toBe('credentials-invalid: audience');
  });
});

describe('a verified token', () => {
  const count = async (parts: TokenParts, ...waits: readonly number[]) => {
    const { verify, later } = verifierFor([first]);
    const token = await sign(first, parts);
    const before = await verify(token);
    const same: (boolean | string)[] = [];
    for (const wait of waits) {
      later(wait);
      same.push(
        await verify(token).then(
          (after) => after === before,
          () => 'refused',
        ),
      );
    }
    return same;
  };

  test('is remembered for five minutes', async () => {
    expect(await count({}, 0, 299_999, 1)).toEqual([true, true, false]);
  });

  test('is not remembered beyond its end', async () => {
    const claims = { exp: seconds + 60 };
    expect(await count({ claims }, 59_999, 1, 30_000)).toEqual([true, false, 'refused']);
  });
});
