import type { CheckGroup } from '../check-group.ts';
import { adminUserMfa } from './admin-user-mfa.ts';
import { groupAdmin } from './group-admin.ts';
import { groupEmpty } from './group-empty.ts';
import { groupInline } from './group-inline.ts';
import { iamAdministratorUser } from './iam-administrator-user.ts';
import { keyAge } from './key-age.ts';
import { keyAnyLongLived } from './key-any-long-lived.ts';
import { keyCreatedAtSetup } from './key-created-at-setup.ts';
import { keyInactiveLeftover } from './key-inactive-leftover.ts';
import { keyTwoActive } from './key-two-active.ts';
import { keyUnused } from './key-unused.ts';
import { quarantinePolicyAttached } from './quarantine-policy-attached.ts';
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
import { usersNoHumanIamUsers } from './users-no-human-iam-users.ts';

export const userChecks: CheckGroup = {
  title: 'Users and their credentials',
  checks: [
    quarantinePolicyAttached,
    usersNoHumanIamUsers,
    iamAdministratorUser,
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
    userInline,
    userTagged,
  ],
};
