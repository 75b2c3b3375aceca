import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
import { z } from 'zod';

/** A real OpenID Connect provider on a port of its own, whose clients are machines. */
export interface RealProvider {
  readonly issuer: string;
  /** An access token for the audience, by the client credentials grant. */
  readonly token: (audience: string) => Promise<string>;
  /** Goes on with these keys; the first one signs. */
  readonly useKeys: (keys: readonly JWK[]) => void;
  readonly close: () => Promise<void>;
}

export async function signingKey(kid: string, alg = 'RS256'): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg, use: 'sig' };
}

export async function startProvider(keys: readonly JWK[]): Promise<RealProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${portOf(server.address())}`;
  const useKeys = (next: readonly JWK[]): void => {
    const handle = new Provider(issuer, configuration(next)).callback();
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      handle(request, response).catch(() => response.destroy());
    });
  };
  useKeys(keys);
  return {
    issuer,
    useKeys,
    token: async (audience) => {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('robot:robot-secret')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience }),
      });
      return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function configuration(keys: readonly JWK[]) {
  return {
    jwks: { keys },
    clients: [
      {
        client_id: 'robot',
        client_secret: 'robot-secret',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context: unknown, audience: string) => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: keys[0]?.alg } },
        }),
      },
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return address.port;
}
