import { parseIamArn } from '@rolecall/policy';
import type { CheckSettings } from '../model/settings.ts';
import type { Group, User } from '../model/snapshot.ts';

/** Whether the team keeps this user, role or group for emergencies: named as kind/NAME or by ARN. */
export function isEmergencyPrincipal(
  { arn }: { readonly arn: string },
  { emergencyPrincipals }: CheckSettings,
): boolean {
  const parsed = parseIamArn(arn);
  return (
    emergencyPrincipals.includes(arn) ||
    (parsed !== undefined && emergencyPrincipals.includes(`${parsed.type}/${parsed.name}`))
  );
}

/** One that is named, or whose every member is kept for emergencies and which has a member. */
export function isEmergencyGroup(
  group: Group,
  users: readonly User[],
  settings: CheckSettings,
): boolean {
  if (isEmergencyPrincipal(group, settings)) return true;
  const members = membersOf(group, users);
  return members.length > 0 && members.every((user) => isEmergencyPrincipal(user, settings));
}

export function membersOf(group: Group, users: readonly User[]): readonly User[] {
  return users.filter((user) => user.groups.includes(group.name));
}
