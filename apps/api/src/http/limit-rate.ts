import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from './problem.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts a request that is refused before the limit's own hook. Throws `rate-limited`. */
    countRefused(request: FastifyRequest): Promise<void>;
  }
}

export interface RateLimit {
  readonly max: number;
  readonly windowSeconds: number;
}

/**
 * Limits each caller; who is not known, by address. Counts per process. To be registered before
 * the routes, whose own hooks (authentication) run first; what these refuse counts as well.
 */
export async function limitRate(app: FastifyInstance, { max, windowSeconds }: RateLimit) {
  await app.register(rateLimit, {
    max,
    timeWindow: windowSeconds * 1000,
    cache: 10_000,
    enableDraftSpec: true,
    // Only a refusal is explained: three headers on every answer cost more than the counting.
    addHeadersOnExceeding: {
      'ratelimit-limit': false,
      'ratelimit-remaining': false,
      'ratelimit-reset': false,
    },
    keyGenerator: ({ caller, ip }) =>
      caller === null || caller.actor.id === 'anonymous' ? `ip ${ip}` : caller.actor.id,
    errorResponseBuilder: (_, { ttl }) => rateLimited(ttl),
  });
  const count = app.createRateLimit();
  app.decorate('countRefused', async (request) => {
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw rateLimited(counted.ttl);
  });
}

/** `ttl`: milliseconds until the window ends. */
function rateLimited(ttl: number): Error {
  return problem('rate-limited', { headers: { 'retry-after': String(Math.ceil(ttl / 1000)) } });
}
