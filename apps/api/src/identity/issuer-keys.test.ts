import { describe, expect, test } from 'vitest';
import { createOidcVerifier } from './oidc.ts';
import { createIssuer, issuerConfig, issuerUrl, sign, start } from './testing/issuer.fixture.ts';
import { first, outcomeOf, second, verifierFor } from './testing/verifier.fixture.ts';

const seconds = start.getTime() / 1000;

describe('the keys', () => {
  test('are fetched once for many tokens', async () => {
    const { verify, state } = verifierFor([first]);
    const tokens = await Promise.all(
      [1, 2, 3].map((jti) => sign(first, { claims: { jti: String(jti) } })),
    );
    await Promise.all(tokens.map(verify));
    expect(state.asked).toEqual([
      `${issuerUrl}/.well-known/openid-configuration`,
      'https://keys.example.com/jwks',
    ]);
  });

  test('are fetched from where the configuration says', async () => {
    const { verify, state } = verifierFor([first], { jwksUri: 'https://keys.example.com/jwks' });
    await verify(await sign(first));
    expect(state.asked).toEqual(['https://keys.example.com/jwks']);
  });

  test('are fetched again for a kid that is new', async () => {
    const { verify, state, later, jwksAsked } = verifierFor([first]);
    await verify(await sign(first));
    state.keys = [second.jwk];
    later(30_000);
    expect(await outcomeOf(verify(await sign(second)))).toBe('authenticated');
    expect(jwksAsked()).toBe(2);
  });

  test('are fetched for made-up kids once in the cooldown', async () => {
    const { verify, later, jwksAsked } = verifierFor([first]);
    await verify(await sign(first));
    for (const wait of [0, 30_000, 0, 29_999, 1]) {
      later(wait);
      const token = await sign(first, { header: { kid: 'made-up' } });
      expect(await outcomeOf(verify(token))).toBe('credentials-invalid: unknown-key');
    }
    expect(jwksAsked()).toBe(3);
  });

  test('go on while the issuer is down, for a day', async () => {
    const { verify, state, later } = verifierFor([first]);
    await verify(await sign(first));
    state.up = false;
    const day = 24 * 3600;
    const claims = { exp: seconds + 2 * day };
    later(23 * 3600_000);
    expect(await outcomeOf(verify(await sign(first, { claims })))).toBe('authenticated');
    const unknown = await sign(second, { claims });
    expect(await outcomeOf(verify(unknown))).toBe('identity-unavailable');
    later(3600_000);
    const token = await sign(first, { claims: { ...claims, jti: '2' } });
    expect(await outcomeOf(verify(token))).toBe('identity-unavailable');
    state.up = true;
    later(30_000);
    expect(await outcomeOf(verify(token))).toBe('authenticated');
  });

  test('that never came let nobody in, and are asked for again', async () => {
    const { verify, state, later } = verifierFor([first]);
    state.up = false;
    const token = await sign(first);
    expect(await outcomeOf(verify(token))).toBe('identity-unavailable');
    state.up = true;
    expect(await outcomeOf(verify(token))).toBe('identity-unavailable');
    later(1_000);
    expect(await outcomeOf(verify(token))).toBe('authenticated');
  });

  test('that were taken back are refused after ten minutes', async () => {
    const { verify, state, later } = verifierFor([first]);
    const claims = { exp: seconds + 3600 };
    await verify(await sign(first, { claims }));
    state.keys = [second.jwk];
    later(600_000);
    const token = await sign(first, { claims: { ...claims, jti: '2' } });
    expect(await outcomeOf(verify(token))).toBe('credentials-invalid: unknown-key');
  });

  const answers: readonly (readonly [string, string | object | undefined])[] = [
    ['nothing', undefined],
    ['a page', '<html>'],
    ['no keys', { issuer: issuerUrl, jwks_uri: 'https://keys.example.com/none' }],
    ['another issuer', { issuer: `${issuerUrl}/`, jwks_uri: 'https://keys.example.com/jwks' }],
    ['plain HTTP', { issuer: issuerUrl, jwks_uri: 'http://keys.example.com/jwks' }],
    ['too much', 'x'.repeat(300_000)],
  ];
  test.each(answers)('are not had from a discovery that says %s', async (_, answer) => {
    const good = createIssuer([first]);
    const fetch = async (input: string | URL | Request) => {
      if (!String(input).includes('well-known')) return good.fetch(input);
      if (answer === undefined) return new Response(null, { status: 500 });
      return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
    };
    const issuers = [issuerConfig()];
    const { verify } = createOidcVerifier({ issuers, fetch, now: () => start });
    expect(await outcomeOf(verify(await sign(first)))).toBe('identity-unavailable');
  });
});
