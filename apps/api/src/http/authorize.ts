import type { FastifyRequest } from 'fastify';
import type { Caller } from '../identity/caller.ts';
import { isPermission } from '../identity/permissions.ts';
import { requirePermission } from '../identity/require-permission.ts';
import { anonymous } from './anonymous.ts';
import { toProblem } from './to-problem.ts';

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
    try {
      request.caller = await authenticate(request);
      requirePermission(request.caller, permission);
    } catch (error) {
      const { status } = toProblem(error);
      if (status === 401 || status === 403) await request.server.countRefused(request);
      throw error;
    }
  };
}

/** Whether the credentials of a request that was let in, perhaps long ago, would let it in now. */
export async function isStillAllowed(
  request: FastifyRequest,
  {
    authenticate,
    permission,
  }: { readonly authenticate: Authenticate; readonly permission: string },
): Promise<boolean> {
  try {
    const { permissions } = await authenticate(request);
    return isPermission(permission) && permissions.has(permission);
  } catch {
    return false;
  }
}
