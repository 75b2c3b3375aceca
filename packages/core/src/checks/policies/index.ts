import type { CheckGroup } from '../check-group.ts';
import { policyAdminAttached } from './policy-admin-attached.ts';
import { policyAdminAwsManaged } from './policy-admin-aws-managed.ts';
import { policyAdminInline } from './policy-admin-inline.ts';
import { policyAdminUnattached } from './policy-admin-unattached.ts';

export const policyChecks: CheckGroup = {
  title: 'Policies',
  checks: [policyAdminAttached, policyAdminAwsManaged, policyAdminInline, policyAdminUnattached],
};
