import type { Actor } from '../model/records.ts';
import type { Identity } from './identity.ts';
import { type Permission, peopleOnly } from './permissions.ts';
import { namesOf, type ResolveRoles } from './resolve-roles.ts';
import type { ApprovalScope } from './role-assignments.ts';
import { everybodysPermissions, permissionsOf, type Role } from './roles.ts';

/** Who makes a request, and what they may. */
export interface Caller {
  readonly actor: Actor;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  readonly groups: readonly string[];
  /** Verified by the issuer. Two subjects with the same are one person. */
  readonly email?: string;
  /** How rules may name the caller: the actor's id, and `group:{name}` for each group. */
  readonly names: readonly string[];
  readonly restrictions: {
    /** What an approver approves: what any of these covers; nothing without one. */
    readonly approves: readonly ApprovalScope[];
  };
  /** The API token that was used. */
  readonly tokenId: string | null;
}

/** Roles give permissions; the scopes of the credentials only take some away. */
export function callerOf(identity: Identity, resolve: ResolveRoles): Caller {
  const { actor, groups, email, scopes, tokenId } = identity;
  const who = { actorId: actor.id, groups };
  const assigned = resolve(who);
  const roles = [...new Set([...identity.roles, ...assigned.roles])];
  const held = new Set([...everybodysPermissions, ...roles.flatMap(permissionsOf)]);
  const permissions = [...held].filter(
    (permission) =>
      (scopes === null || scopes.includes(permission)) &&
      (actor.kind === 'person' || !peopleOnly.has(permission)),
  );
  return {
    actor,
    roles,
    permissions: new Set(permissions),
    groups,
    ...(email === undefined ? {} : { email }),
    names: namesOf(who),
    restrictions: { approves: assigned.approves },
    tokenId,
  };
}
