import { parseIamArn } from '@rolecall/policy';
import type { CheckSettings } from '../model/settings.ts';
import type { Role, User } from '../model/snapshot.ts';
import type { PartValues } from './check.ts';
import { isEmergencyPrincipal, membersOf } from './emergency-principal.ts';

export interface EmergencyPrincipals {
  /** Named themselves, or members of a group that is. */
  readonly users: readonly User[];
  readonly roles: readonly Role[];
  /** What the settings name and the account does not have. */
  readonly missing: readonly string[];
}

type Principals = Pick<PartValues, 'users' | 'groups' | 'roles'>;

/** Whom the team keeps for emergencies, sorted by ARN. */
export function listEmergencyPrincipals(
  { users, groups, roles }: Principals,
  settings: CheckSettings,
): EmergencyPrincipals {
  const named = groups.filter((group) => isEmergencyPrincipal(group, settings));
  const members = new Set(named.flatMap((group) => membersOf(group, users)));
  const names = new Set([...users, ...groups, ...roles].flatMap(({ arn }) => namesOf(arn)));
  return {
    users: users
      .filter((user) => isEmergencyPrincipal(user, settings) || members.has(user))
      .toSorted(byArn),
    roles: roles.filter((role) => isEmergencyPrincipal(role, settings)).toSorted(byArn),
    missing: settings.emergencyPrincipals.filter((name) => !names.has(name)).toSorted(),
  };
}

function namesOf(arn: string): readonly string[] {
  const parsed = parseIamArn(arn);
  return parsed === undefined ? [arn] : [arn, `${parsed.type}/${parsed.name}`];
}

function byArn(a: { readonly arn: string }, b: { readonly arn: string }): number {
  return a.arn < b.arn ? -1 : 1;
}
