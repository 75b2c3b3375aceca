import type { Role } from '../model/snapshot.ts';

/**
 * Why nobody in the account can edit the role, or undefined. Roles that trust a service only are
 * no case of it: they belong to the account.
 */
export function awsOwnership({ path }: Pick<Role, 'path'>): string | undefined {
  if (path.startsWith('/aws-service-role/')) {
    return 'a service-linked role, which only its AWS service defines';
  }
  if (path.startsWith('/aws-reserved/sso.amazonaws.com/')) {
    return 'a role of IAM Identity Center, which only its permission set changes';
  }
  if (path.startsWith('/aws-reserved/')) return 'a role that AWS keeps and nobody else can edit';
  return undefined;
}
