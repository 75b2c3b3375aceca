import { asList, statementsOf } from '@rolecall/policy';
import type { Role, User } from '../../model/snapshot.ts';

/**
 * Finds the roles whose trust names a user, by ARN or by unique id: a role of the same account that
 * names the user needs no policy on the user's side.
 */
export function rolesNaming(roles: readonly Role[]): (user: User) => readonly string[] {
  const named = roles.map(({ name, trust }) => ({
    name,
    principals: new Set(
      statementsOf(trust)
        .filter(({ Effect }) => Effect === 'Allow')
        .flatMap(({ Principal }) =>
          typeof Principal === 'object' ? asList(Principal.AWS) : asList(Principal),
        ),
    ),
  }));
  return ({ arn, id }) =>
    named
      .filter(({ principals }) => principals.has(arn) || principals.has(id))
      .map(({ name }) => name)
      .toSorted();
}
