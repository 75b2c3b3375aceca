import type { PartValue } from '../model/snapshot.ts';
import { awsOwnership } from './aws-owned-role.ts';
import type { CheckContext, PartValues } from './check.ts';
import { isEmergencyGroup, isEmergencyPrincipal } from './emergency-principal.ts';
import { indexPower, type PrincipalPower } from './principal-power.ts';

/** A user, group or role with what decides whether it may be administrator. */
export interface AdminHolder {
  /** `user alice`, for messages. */
  readonly label: string;
  readonly name: string;
  readonly arn: string;
  readonly attachedPolicies: PartValue<'users'>[number]['attachedPolicies'];
  readonly inlinePolicies: PartValue<'users'>[number]['inlinePolicies'];
  /** All of its power, with its groups, boundary and denials. */
  readonly total: PrincipalPower;
  readonly forEmergency: boolean;
  /** Why nobody in the account can change it; undefined where one can. */
  readonly ownedByAws: string | undefined;
}

/** Every principal of the account, sorted by ARN so that lists in findings do not move. */
export function listHolders(
  { users, groups, roles, policies }: Pick<PartValues, 'users' | 'groups' | 'roles' | 'policies'>,
  context: CheckContext,
): readonly AdminHolder[] {
  const { settings } = context;
  const index = indexPower({ policies, groups }, context);
  const holders: readonly AdminHolder[] = [
    ...users.map((user) => ({
      ...user,
      label: `user ${user.name}`,
      total: index.ofUser(user),
      forEmergency: isEmergencyPrincipal(user, settings),
      ownedByAws: undefined,
    })),
    ...groups.map((group) => ({
      ...group,
      label: `group ${group.name}`,
      total: index.ofGroup(group),
      forEmergency: isEmergencyGroup(group, users, settings),
      ownedByAws: undefined,
    })),
    ...roles.map((role) => ({
      ...role,
      label: `role ${role.name}`,
      total: index.ofRole(role),
      forEmergency: isEmergencyPrincipal(role, settings),
      ownedByAws: awsOwnership(role),
    })),
  ];
  return holders.toSorted((a, b) => (a.arn < b.arn ? -1 : 1));
}
