import type { FastifyRequest } from 'fastify';
import type { Caller } from '../identity/caller.ts';
import { isPermission } from '../identity/permissions.ts';
import { requirePermission } from '../identity/require-permission.ts';
import { anonymous } from './anonymous.ts';

/** Finds out who sent a request; throws when nobody can be trusted to have. */
export type Authenticate = (request: FastifyRequest) => Promise<Caller>;

/**
 * Makes the hook that lets only callers with the permission through. It refuses by throwing, so
 * that nothing runs after it, and runs before the body is read.
 *
 * @throws Error for a permission that nobody can have
 */
export function authorizeBy(
  authenticate: Authenticate,
  permission: string,
): (request: FastifyRequest) => Promise<void> {
  if (permission === 'public')
    return async (request) => {
      request.caller = anonymous;
    };
  if (!isPermission(permission)) throw new Error(`There is no permission ${permission}.`);
  return async (request) => {
    const caller = await authenticate(request);
    requirePermission(caller, permission);
    request.caller = caller;
  };
}
