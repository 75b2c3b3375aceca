import type { CheckGroup } from '../check-group.ts';
import { orgRootCredentialsManagement } from './org-root-credentials-management.ts';
import { orgRootSessions } from './org-root-sessions.ts';
import { rootCredentialsRemoved } from './root-credentials-removed.ts';
import { rootMfaEnabled } from './root-mfa-enabled.ts';
import { rootMfaHardware } from './root-mfa-hardware.ts';
import { rootNoAccessKeys } from './root-no-access-keys.ts';
import { rootNoSigningCerts } from './root-no-signing-certs.ts';
import { rootNotUsed } from './root-not-used.ts';

export const rootChecks: CheckGroup = {
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
};
