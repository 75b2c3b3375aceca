import type { CheckGroup } from '../check-group.ts';
import { declarativePolicies } from './declarative-policies.ts';
import { managementAccessRoles } from './management-access-roles.ts';
import { orgAllFeatures } from './org-all-features.ts';
import { orgDelegatedAdminsTrusted } from './org-delegated-admins-trusted.ts';
import { orgGuardrailsPresent } from './org-guardrails-present.ts';
import { orgInvitesPending } from './org-invites-pending.ts';
import { orgManagementAccountClean } from './org-management-account-clean.ts';

export const organizationChecks: CheckGroup = {
  title: 'Organization',
  checks: [
    orgAllFeatures,
    orgGuardrailsPresent,
    orgDelegatedAdminsTrusted,
    orgManagementAccountClean,
    orgInvitesPending,
    managementAccessRoles,
    declarativePolicies,
  ],
};
