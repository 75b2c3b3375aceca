import { adminUserMfa } from './admin-user-mfa.ts';
import type { Check } from './check.ts';
import { groupAdmin } from './group-admin.ts';
import { groupEmpty } from './group-empty.ts';
import { groupInline } from './group-inline.ts';
import { keyAge } from './key-age.ts';
import { keyAnyLongLived } from './key-any-long-lived.ts';
import { keyCreatedAtSetup } from './key-created-at-setup.ts';
import { keyInactiveLeftover } from './key-inactive-leftover.ts';
import { keyTwoActive } from './key-two-active.ts';
import { keyUnused } from './key-unused.ts';
import { orgRootCredentialsManagement } from './org-root-credentials-management.ts';
import { orgRootSessions } from './org-root-sessions.ts';
import { passwordHardExpiry } from './password-hard-expiry.ts';
import { passwordLowercase } from './password-lowercase.ts';
import { passwordMaxAge } from './password-max-age.ts';
import { passwordMinLength } from './password-min-length.ts';
import { passwordNumber } from './password-number.ts';
import { passwordPolicyExists } from './password-policy-exists.ts';
import { passwordReuse } from './password-reuse.ts';
import { passwordSymbol } from './password-symbol.ts';
import { passwordUppercase } from './password-uppercase.ts';
import { passwordUsersCanChange } from './password-users-can-change.ts';
import { policyAdminAttached } from './policy-admin-attached.ts';
import { policyAdminAwsManaged } from './policy-admin-aws-managed.ts';
import { policyAdminInline } from './policy-admin-inline.ts';
import { policyAdminUnattached } from './policy-admin-unattached.ts';
import { roleInline } from './role-inline.ts';
import { roleTagged } from './role-tagged.ts';
import { rootCredentialsRemoved } from './root-credentials-removed.ts';
import { rootMfaEnabled } from './root-mfa-enabled.ts';
import { rootMfaHardware } from './root-mfa-hardware.ts';
import { rootNoAccessKeys } from './root-no-access-keys.ts';
import { rootNoSigningCerts } from './root-no-signing-certs.ts';
import { rootNotUsed } from './root-not-used.ts';
import { userAdmin } from './user-admin.ts';
import { userAnyMfa } from './user-any-mfa.ts';
import { userConsoleMfa } from './user-console-mfa.ts';
import { userDirectPolicies } from './user-direct-policies.ts';
import { userInline } from './user-inline.ts';
import { userMfaPhishingResistant } from './user-mfa-phishing-resistant.ts';
import { userNoGroup } from './user-no-group.ts';
import { userNoPermissions } from './user-no-permissions.ts';
import { userPasswordAndKeys } from './user-password-and-keys.ts';
import { userPasswordUnused } from './user-password-unused.ts';
import { userServiceSpecificCreds } from './user-service-specific-creds.ts';
import { userSigningCerts } from './user-signing-certs.ts';
import { userSshKeysAge } from './user-ssh-keys-age.ts';
import { userStale } from './user-stale.ts';
import { userTagged } from './user-tagged.ts';

/** A chapter of reports and of the documentation. */
export interface CheckGroup {
  readonly title: string;
  readonly checks: readonly Check[];
}

/** Every check there is, in the order of reports. */
export const checkGroups: readonly CheckGroup[] = [
  {
    title: 'Root user',
    checks: [
      rootMfaEnabled,
      rootMfaHardware,
      rootNoAccessKeys,
      rootNoSigningCerts,
      rootNotUsed,
      rootCredentialsRemoved,
      orgRootCredentialsManagement,
      orgRootSessions,
    ],
  },
  {
    title: 'Password policy',
    checks: [
      passwordPolicyExists,
      passwordMinLength,
      passwordReuse,
      passwordUppercase,
      passwordLowercase,
      passwordSymbol,
      passwordNumber,
      passwordMaxAge,
      passwordUsersCanChange,
      passwordHardExpiry,
    ],
  },
  {
    title: 'Users and their credentials',
    checks: [
      userConsoleMfa,
      userAnyMfa,
      userMfaPhishingResistant,
      adminUserMfa,
      userPasswordUnused,
      keyUnused,
      keyAge,
      keyTwoActive,
      keyCreatedAtSetup,
      keyInactiveLeftover,
      keyAnyLongLived,
      userPasswordAndKeys,
      userSigningCerts,
      userSshKeysAge,
      userServiceSpecificCreds,
      userStale,
      userDirectPolicies,
      userNoGroup,
      userNoPermissions,
      userAdmin,
      groupAdmin,
      groupEmpty,
      groupInline,
      roleInline,
      userInline,
      userTagged,
      roleTagged,
    ],
  },
  {
    title: 'Policies',
    checks: [policyAdminAttached, policyAdminAwsManaged, policyAdminInline, policyAdminUnattached],
  },
];

export const checks: readonly Check[] = checkGroups.flatMap((group) => group.checks);

export function findCheck(id: string): Check | undefined {
  return checks.find((check) => check.id === id);
}
