import type { Check } from './check.ts';
import { policyAdminAwsManaged } from './policy-admin-aws-managed.ts';
import { rootMfaEnabled } from './root-mfa-enabled.ts';
import { userConsoleMfa } from './user-console-mfa.ts';

/** Every check there is, in the order of reports. */
export const checks: readonly Check[] = [rootMfaEnabled, userConsoleMfa, policyAdminAwsManaged];
