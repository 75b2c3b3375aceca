import type { CheckGroup } from '../check-group.ts';
import { policyAdminAttached } from './policy-admin-attached.ts';
import { policyAdminAwsManaged } from './policy-admin-aws-managed.ts';
import { policyAdminInline } from './policy-admin-inline.ts';
import { policyAdminUnattached } from './policy-admin-unattached.ts';
import { policyAssumeRoleStar } from './policy-assume-role-star.ts';
import { policyCloudshellFull } from './policy-cloudshell-full.ts';
import { policyCloudtrailStar } from './policy-cloudtrail-star.ts';
import { policyDelegationBoundary } from './policy-delegation-boundary.ts';
import { policyGroupDenyUsers } from './policy-group-deny-users.ts';
import { policyKmsStar } from './policy-kms-star.ts';
import { policyMarketplaceStar } from './policy-marketplace-star.ts';
import { policyNotactionAllow } from './policy-notaction-allow.ts';
import { policyPassroleStar } from './policy-passrole-star.ts';
import { policyServiceWildcard } from './policy-service-wildcard.ts';
import { policyUnattached } from './policy-unattached.ts';
import { policyValid } from './policy-valid.ts';

export const policyChecks: CheckGroup = {
  title: 'Policies',
  checks: [
    policyAdminAttached,
    policyAdminAwsManaged,
    policyAdminInline,
    policyAdminUnattached,
    policyServiceWildcard,
    policyNotactionAllow,
    policyPassroleStar,
    policyAssumeRoleStar,
    policyKmsStar,
    policyCloudtrailStar,
    policyMarketplaceStar,
    policyCloudshellFull,
    policyDelegationBoundary,
    policyValid,
    policyGroupDenyUsers,
    policyUnattached,
  ],
};
