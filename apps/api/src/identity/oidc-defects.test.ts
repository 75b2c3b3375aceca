import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { exportJWK, exportSPKI, generateKeyPair, type JWK } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  audience,
  issuerKey,
  issuerUrl,
  sign,
  signText,
  start,
  type TokenParts,
} from './testing/issuer.fixture.ts';
import {
  first,
  outcomeOf,
  rsa,
  second,
  stranger,
  verifierFor,
} from './testing/verifier.fixture.ts';

const seconds = start.getTime() / 1000;

describe('a defect', () => {
  const defects: readonly (readonly [string, TokenParts, string])[] = [
    ['expired', { claims: { exp: seconds - 30 } }, 'credentials-expired: expired'],
    ['not yet valid', { claims: { nbf: seconds + 31 } }, 'not-yet-valid'],
    ['issued in the future', { claims: { iat: seconds + 31 } }, 'not-yet-valid'],
    ['without exp', { claims: { exp: undefined } }, 'claims'],
    ['without sub', { claims: { sub: undefined } }, 'claims'],
    ['an empty sub', { claims: { sub: '' } }, 'claims'],
    ['a sub that hides', { claims: { sub: 'ada\u200b' } }, 'claims'],
    ['a sub that is too long', { claims: { sub: 'a'.repeat(256) } }, 'claims'],
    ['groups that are none', { claims: { groups: [{ name: 'platform' }] } }, 'claims'],
    ['another audience', { claims: { aud: 'https://payroll.example.com' } }, 'audience'],
    ['ours and another audience', { claims: { aud: [audience, 'other'] } }, 'audience'],
    ['no audience', { claims: { aud: undefined } }, 'audience'],
    [
      'an audience that begins as ours',
      { claims: { aud: `${audience}.evil.example` } },
      'audience',
    ],
    ['another issuer', { claims: { iss: 'https://id.example.org' } }, 'issuer'],
    ['the issuer with a slash', { claims: { iss: `${issuerUrl}/` } }, 'issuer'],
    ['the issuer in capitals', { claims: { iss: issuerUrl.toUpperCase() } }, 'issuer'],
    ['no issuer', { claims: { iss: undefined } }, 'malformed'],
    ['a logout token', { header: { typ: 'logout+jwt' } }, 'type'],
    ['a logout token without a type', { claims: { events: {} } }, 'type'],
    ['a proof of possession', { header: { typ: 'dpop+jwt' } }, 'type'],
    ['an unknown kid', { header: { kid: 'third' } }, 'unknown-key'],
    ['no kid where there are several keys', { header: { kid: undefined } }, 'ambiguous-key'],
    ['the kid of another key', { header: { kid: 'second' } }, 'signature'],
    ['huge', { claims: { padding: 'x'.repeat(12_288) } }, 'too-large'],
  ];
  test.each(defects)('%s', async (_, parts, reason) => {
    const { verify } = verifierFor([first, second]);
    const said = await outcomeOf(verify(await sign(first, parts)));
    expect(said).toBe(reason.includes(': ') ? reason : `credentials-invalid: ${reason}`);
  });

  test('signed by another key of the same name', async () => {
    const { verify } = verifierFor([first]);
    expect(await outcomeOf(verify(await sign(stranger)))).toBe('credentials-invalid: signature');
  });

  test('signed by a key that it brings along', async () => {
    const { verify } = verifierFor([first]);
    const header = { kid: 'mine', jwk: stranger.jwk, jku: 'https://evil.example/jwks' };
    const token = await sign(stranger, { header });
    expect(await outcomeOf(verify(token))).toBe('credentials-invalid: unknown-key');
  });

  const payload = {
    iss: issuerUrl,
    aud: audience,
    sub: 'ada',
    exp: seconds + 600,
  };
  const text = (value: object) => JSON.stringify(value);
  const encode = (part: string) => Buffer.from(part).toString('base64url');

  test.each(['none', 'None', 'NONE', '', 'HS256'])('alg %j without a signature', async (alg) => {
    const { verify } = verifierFor([first]);
    const token = `${encode(text({ alg, kid: 'first' }))}.${encode(text(payload))}.`;
    expect(await outcomeOf(verify(token))).toBe('credentials-invalid: malformed');
    expect(await outcomeOf(verify(`${token}AAAA`))).toBe('credentials-invalid: algorithm');
  });

  test('signed as HS256 with the public key', async () => {
    const { publicKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk: JWK = { ...(await exportJWK(publicKey)), kid: 'rsa', alg: 'RS256', use: 'sig' };
    const { verify } = verifierFor([{ ...rsa, jwk }]);
    const secrets = [await exportSPKI(publicKey), JSON.stringify(jwk), jwk.n ?? ''];
    for (const secret of secrets) {
      const signed = `${encode(text({ alg: 'HS256', kid: 'rsa' }))}.${encode(text(payload))}`;
      const mac = createHmac('sha256', secret).update(signed).digest('base64url');
      expect(await outcomeOf(verify(`${signed}.${mac}`))).toBe('credentials-invalid: algorithm');
    }
  });

  test('a symmetric key among the published ones is none', async () => {
    const { verify, state } = verifierFor([first]);
    state.keys = [{ kty: 'oct', k: 'c2VjcmV0', kid: 'first', alg: 'HS256' }];
    expect(await outcomeOf(verify(await sign(first)))).toBe('identity-unavailable');
  });

  test('another algorithm than that of the key', async () => {
    const { verify } = verifierFor([rsa]);
    const other = { ...(await issuerKey('rsa', 'PS256')) };
    expect(await outcomeOf(verify(await sign(other)))).toBe('credentials-invalid: unknown-key');
    const { verify: strict } = verifierFor([first], { algorithms: ['RS256'] });
    expect(await outcomeOf(strict(await sign(first)))).toBe('credentials-invalid: algorithm');
  });

  const header = text({ alg: 'ES256', kid: 'first' });
  const texts: readonly (readonly [string, string, string, string])[] = [
    ['nothing wrong', header, text(payload), 'authenticated'],
    [
      'crit',
      text({ alg: 'ES256', kid: 'first', crit: ['exp'], exp: 1 }),
      text(payload),
      'critical-header',
    ],
    [
      'an empty crit',
      text({ alg: 'ES256', kid: 'first', crit: [] }),
      text(payload),
      'critical-header',
    ],
    [
      'b64',
      text({ alg: 'ES256', kid: 'first', crit: ['b64'], b64: false }),
      text(payload),
      'critical-header',
    ],
    ['a claim twice', header, text(payload).replace('{', '{"sub":"eve",'), 'duplicate-claim'],
    [
      'a claim twice, escaped',
      header,
      text(payload).replace('{', '{"s\\u0075b":"eve",'),
      'duplicate-claim',
    ],
    [
      'a header twice',
      '{"alg":"none","alg":"ES256","kid":"first"}',
      text(payload),
      'duplicate-claim',
    ],
    [
      'a claim twice inside',
      header,
      text(payload).replace('{', '{"a":[{"b":1,"b":2}],'),
      'duplicate-claim',
    ],
    ['a list of claims', header, text([payload]), 'malformed'],
    ['null for claims', header, 'null', 'malformed'],
    ['no JSON', header, 'sub=ada', 'malformed'],
    ['a mark before the claims', header, `\ufeff${text(payload)}`, 'malformed'],
    ['nesting without end', header, '['.repeat(2_000), 'malformed'],
    ['exp as a text', header, text({ ...payload, exp: '2099-01-01' }), 'claims'],
    [
      'an exp beyond all numbers',
      header,
      text(payload).replace(/"exp":\d+/, '"exp":1e999'),
      'claims',
    ],
    ['iat as a text', header, text({ ...payload, iat: 'now' }), 'claims'],
    ['a kid that is none', text({ alg: 'ES256', kid: ['first'] }), text(payload), 'malformed'],
    [
      'a typ that is none',
      text({ alg: 'ES256', kid: 'first', typ: 1 }),
      text(payload),
      'malformed',
    ],
    ['a sub that is none', header, text({ ...payload, sub: { a: 1 } }), 'claims'],
  ];
  test.each(texts)('signed with %s', async (_, head, claims, reason) => {
    const { verify } = verifierFor([first]);
    const said = await outcomeOf(verify(await signText(first, head, claims)));
    expect(said.replace('credentials-invalid: ', '')).toBe(reason);
  });

  test.each([
    '',
    '.',
    '..',
    'a.b.c',
    'opaque',
    'e30.e30.e30',
    'e30.e30.e30.e30.e30',
    'null.null.null',
    `${'a.'.repeat(5_000)}`,
  ])('%#: no token', async (token) => {
    const { verify } = verifierFor([first]);
    expect(await outcomeOf(verify(token))).toMatch(/^credentials-invalid: malformed$/);
  });

  test('another sub than the one that was signed', async () => {
    const { verify } = verifierFor([first]);
    const [head, , signature] = (await sign(first)).split('.');
    const token = [head, encode(text({ ...payload, sub: 'eve' })), signature].join('.');
    expect(await outcomeOf(verify(token))).toBe('credentials-invalid: signature');
  });

  test('no change of a genuine token gets in, remembered or not', async () => {
    for (const key of [first, rsa]) {
      const { verify } = verifierFor([first, second, rsa]);
      const token = await sign(key);
      await verify(token);
      const changes = fc.record({
        at: fc.nat({ max: token.length }),
        cut: fc.nat({ max: 2 }),
        put: fc.string({ maxLength: 2, unit: fc.constantFrom(...'AQgwBC_-.=+/ \n') }),
      });
      await fc.assert(
        fc.asyncProperty(changes, async ({ at, cut, put }) => {
          const changed = token.slice(0, at) + put + token.slice(at + cut);
          fc.pre(changed !== token);
          expect(await outcomeOf(verify(changed))).toMatch(/^credentials-invalid: /);
        }),
        { numRuns: 1_000, seed: 20261121 },
      );
      // The last character of each part, whose spare bits a lax reader ignores.
      const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
      const last = [...token.matchAll(/.(?=\.|$)/g)].map(({ index }) => index);
      expect(last).toHaveLength(3);
      for (const [at, put] of last.flatMap((at) => alphabet.map((put) => [at, put] as const))) {
        const changed = token.slice(0, at) + put + token.slice(at + 1);
        if (changed === token) continue;
        expect(await outcomeOf(verify(changed))).toMatch(/^credentials-invalid: /);
      }
    }
  });
});
