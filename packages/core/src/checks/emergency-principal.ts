import type { CheckSettings } from '../model/settings.ts';
import type { Group, User } from '../model/snapshot.ts';

interface Named {
  readonly name: string;
  readonly arn: string;
}

/** Whether the team keeps this user or role for emergencies, named by ARN or by name. */
export function isEmergencyPrincipal({ name, arn }: Named, settings: CheckSettings): boolean {
  return settings.emergencyPrincipals.includes(arn) || settings.emergencyPrincipals.includes(name);
}

/** A group whose every member is kept for emergencies, and which has a member. */
export function isEmergencyGroup(
  group: Group,
  users: readonly User[],
  settings: CheckSettings,
): boolean {
  const members = membersOf(group, users);
  return members.length > 0 && members.every((user) => isEmergencyPrincipal(user, settings));
}

export function membersOf(group: Group, users: readonly User[]): readonly User[] {
  return users.filter((user) => user.groups.includes(group.name));
}
