import type { CheckGroup } from '../check-group.ts';
import { memberRootCredentials } from './member-root-credentials.ts';
import { orgRootCredentialsManagement } from './org-root-credentials-management.ts';
import { orgRootSessions } from './org-root-sessions.ts';
import { rootCredentialsRemoved } from './root-credentials-removed.ts';
import { rootMailbox } from './root-mailbox.ts';
import { rootMfaEnabled } from './root-mfa-enabled.ts';
import { rootMfaHardware } from './root-mfa-hardware.ts';
import { rootNoAccessKeys } from './root-no-access-keys.ts';
import { rootNoSigningCerts } from './root-no-signing-certs.ts';
import { rootNotUsed } from './root-not-used.ts';
import { rootSecondMfa } from './root-second-mfa.ts';

export const rootChecks: CheckGroup = {
  title: 'Root user',
  checks: [
    rootMfaEnabled,
    rootMfaHardware,
    rootSecondMfa,
    rootMailbox,
    rootNoAccessKeys,
    rootNoSigningCerts,
    rootNotUsed,
    rootCredentialsRemoved,
    orgRootCredentialsManagement,
    orgRootSessions,
    memberRootCredentials,
  ],
};
