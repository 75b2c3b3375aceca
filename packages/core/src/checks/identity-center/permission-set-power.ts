import type { PermissionSet, Role } from '../../model/snapshot.ts';
import { awsPolicyArn } from '../aws-policy-arn.ts';
import type { CheckContext } from '../check.ts';
import { roleOfPermissionSet } from '../identity-center-role.ts';
import type { Power, PowerIndex } from '../principal-power.ts';

/** The administrator power of a permission set: that of the role it has in this account. */
export function permissionSetPower(
  set: PermissionSet,
  roles: readonly Role[],
  { index, context }: { readonly index: PowerIndex; readonly context: CheckContext },
): Power {
  const role = roleOfPermissionSet(set.name, roles);
  if (role !== undefined) return index.ofRole(role).power;
  const isAdmin = set.managedPolicyArns.includes(awsPolicyArn('AdministratorAccess', context));
  return isAdmin && set.boundary === undefined ? 'full' : 'undecided';
}
