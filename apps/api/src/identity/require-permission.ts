import { problem } from '../http/problem.ts';
import type { Caller } from './caller.ts';
import type { Permission } from './permissions.ts';

/**
 * Lets a caller with the permission go on. The contract says which one each operation takes, so
 * naming it tells nothing new.
 * @throws Problem `forbidden`
 */
export function requirePermission(
  { permissions }: Pick<Caller, 'permissions'>,
  permission: Permission,
): void {
  if (permissions.has(permission)) return;
  throw problem('forbidden', { detail: `This needs the permission ${permission}.` });
}
