import type { Role, SnapshotParts } from '../model/snapshot.ts';
import type { CheckContext } from './check.ts';
import { accountOf, isOrphan, trustedPrincipals } from './trusted-principals.ts';

/** Organizations, Control Tower and StackSets make these in member accounts, and need them. */
export function isManagementRole({ name }: { readonly name: string }): boolean {
  return /^(?:OrganizationAccountAccessRole|AWSControlTowerExecution|stacksets-exec-.+)$/.test(
    name,
  );
}

/**
 * Whether it is such a role by its trust too: anyone can give a role the name. Where the
 * organization is not known, one other account may be the one that manages it.
 */
export function servesManagement(
  role: Role,
  { organization }: Pick<SnapshotParts, 'organization'>,
  { account, settings }: CheckContext,
): boolean {
  if (!isManagementRole(role)) return false;
  const principals = trustedPrincipals(role.trust).filter((principal) => !isOrphan(principal));
  const accounts = new Set(
    principals.map((principal) => (principal.kind === 'aws' ? accountOf(principal) : undefined)),
  );
  if (organization.status === 'unknown') {
    return accounts.size <= 1 && !accounts.has(undefined) && !accounts.has(account);
  }
  const known = new Set([
    organization.value?.managementAccountId ?? account,
    ...settings.delegatedAdministrators,
  ]);
  return [...accounts].every((each) => each !== undefined && known.has(each));
}
