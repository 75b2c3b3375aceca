import type { ApprovalScope, RoleAssignment } from './role-assignments.ts';
import type { Role } from './roles.ts';
import { subjectPattern } from './subject-pattern.ts';

export interface ResolvedRoles {
  readonly roles: readonly Role[];
  /** What an approver approves: what any of these covers. */
  readonly approves: readonly ApprovalScope[];
}

/** Which roles somebody has, by the id of the actor and the groups of the token. */
export type ResolveRoles = (who: {
  readonly actorId: string;
  readonly groups: readonly string[];
}) => ResolvedRoles;

/** Prepares assignments for being asked by every request. */
export function createRoleResolver(assignments: readonly RoleAssignment[]): ResolveRoles {
  const byName = new Map<string, RoleAssignment[]>();
  const patterns: { readonly matches: RegExp; readonly assignment: RoleAssignment }[] = [];
  for (const assignment of assignments) {
    for (const who of assignment.who) {
      if (who.startsWith('pattern:')) {
        patterns.push({ matches: subjectPattern(who.slice('pattern:'.length)), assignment });
      } else {
        byName.set(who, [...(byName.get(who) ?? []), assignment]);
      }
    }
  }
  return ({ actorId, groups }) => {
    // An actor's id holds a URL or begins with `token:`, so none is ever read as a group.
    const named = namesOf({ actorId, groups }).flatMap((name) => byName.get(name) ?? []);
    const matched = patterns.filter(({ matches }) => matches.test(actorId));
    const held = [...new Set([...named, ...matched.map(({ assignment }) => assignment)])];
    return {
      roles: [...new Set(held.flatMap(({ roles }) => roles))],
      approves: held
        .filter(({ roles }) => roles.includes('approver'))
        .map(({ approves = {} }) => approves),
    };
  };
}

/** How rules name somebody: by the subject, and as each of the groups. */
export function namesOf(who: {
  readonly actorId: string;
  readonly groups: readonly string[];
}): readonly string[] {
  return [who.actorId, ...who.groups.map((group) => `group:${group}`)];
}
