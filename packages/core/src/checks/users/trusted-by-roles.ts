import { asList, statementsOf } from '@rolecall/policy';
import type { Role, User } from '../../model/snapshot.ts';

/**
 * Finds the roles whose trust names a user, by ARN or by unique id: a role of the same account that
 * names the user needs no policy on the user's side.
 */
export function rolesNaming(roles: readonly Role[]): (user: User) => readonly string[] {
  const byPrincipal = new Map<string, Set<string>>();
  for (const { name, trust } of roles) {
    for (const { Effect, Principal } of statementsOf(trust)) {
      if (Effect !== 'Allow') continue;
      const named = typeof Principal === 'object' ? asList(Principal.AWS) : asList(Principal);
      for (const principal of named) {
        const known = byPrincipal.get(principal) ?? new Set();
        byPrincipal.set(principal, known.add(name));
      }
    }
  }
  return ({ arn, id }) =>
    [...new Set([...(byPrincipal.get(arn) ?? []), ...(byPrincipal.get(id) ?? [])])].toSorted();
}
