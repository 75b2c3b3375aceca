import type { Role } from '../model/snapshot.ts';

/** A role that IAM Identity Center keeps in the account for a permission set that is assigned. */
export function isIdentityCenterRole({ path }: Pick<Role, 'path'>): boolean {
  return path.startsWith('/aws-reserved/sso.amazonaws.com/');
}

/** The role of a permission set: `AWSReservedSSO_{name}_{16 hexadecimal digits}`. */
export function roleOfPermissionSet(name: string, roles: readonly Role[]): Role | undefined {
  return roles.find(
    (role) =>
      isIdentityCenterRole(role) &&
      /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(role.name)?.[1] === name,
  );
}
