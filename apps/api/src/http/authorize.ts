import type { FastifyRequest } from 'fastify';
import { anonymous, type Caller } from './caller.ts';
import { problem } from './problem.ts';

/** Finds out who sent a request; throws when nobody can be trusted to have. */
export type Authenticate = (request: FastifyRequest) => Promise<Caller>;

/**
 * Makes the hook that lets only callers with the permission through. It refuses by throwing, so
 * that nothing runs after it, and runs before the body is read.
 */
export function authorizeBy(
  authenticate: Authenticate,
  permission: string,
): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    if (permission === 'public') {
      request.caller = anonymous;
      return;
    }
    const caller = await authenticate(request);
    if (!caller.permissions.has(permission))
      throw problem('forbidden', { detail: `This needs the permission ${permission}.` });
    request.caller = caller;
  };
}
