import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOidcVerifier } from './oidc.ts';
import { oidcIssuerSchema } from './oidc-issuer.ts';
import { type RealProvider, signingKey, startProvider } from './testing/real-provider.fixture.ts';

const audience = 'https://rolecall.example.com';

describe('tokens of a real provider', () => {
  let provider: RealProvider;
  const clock = { ahead: 0 };
  const now = () => new Date(Date.now() + clock.ahead);

  beforeAll(async () => {
    provider = await startProvider([await signingKey('first')]);
  });
  afterAll(() => provider.close());

  const verifier = () =>
    createOidcVerifier({
      issuers: [
        oidcIssuerSchema.parse({
          issuer: provider.issuer,
          audiences: [audience],
          kind: 'machine',
        }),
      ],
      now,
    });

  test('are for the client', async () => {
    expect(await verifier().verify(await provider.token(audience))).toEqual({
      actor: { kind: 'machine', id: `${provider.issuer}|robot`, name: 'robot' },
      groups: [],
      roles: [],
      scopes: null,
      tokenId: null,
    });
  });

  test('for another service are refused', async () => {
    const token = await provider.token('https://payroll.example.com');
    await expect(verifier().verify(token)).rejects.toMatchObject({ reason: 'audience' });
  });

  test('keep working through a rotation, and stop when their key is gone', async () => {
    const { verify } = verifier();
    const [old, next] = [await signingKey('old'), await signingKey('next', 'ES256')];
    provider.useKeys([old]);
    const [before, alsoBefore] = [await provider.token(audience), await provider.token(audience)];
    await verify(before);
    clock.ahead += 60_000;

    provider.useKeys([next, old]);
    const after = await provider.token(audience);
    expect((await verify(after)).actor.name).toBe('robot');
    await verify(alsoBefore);

    provider.useKeys([next]);
    const late = createOidcVerifier({
      issuers: [
        oidcIssuerSchema.parse({ issuer: provider.issuer, audiences: [audience], kind: 'machine' }),
      ],
      now,
    });
    await expect(late.verify(before)).rejects.toMatchObject({ reason: 'unknown-key' });
    expect((await late.verify(after)).actor.name).toBe('robot');
    clock.ahead = 0;
  });
});
