import { partPermissions } from '../model/part-permissions.ts';

/** What reading single resources again takes, just before and after they are written. */
const resourceReads = [
  'access-analyzer:GetAnalyzer',
  'identitystore:GetGroupId',
  'identitystore:GetGroupMembershipId',
  'identitystore:GetUserId',
  'sso:DescribeAccountAssignmentCreationStatus',
  'sso:DescribeAccountAssignmentDeletionStatus',
  'sso:DescribePermissionSetProvisioningStatus',
  'iam:GetGroup',
  'iam:GetGroupPolicy',
  'iam:GetInstanceProfile',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:GetRole',
  'iam:GetRolePolicy',
  'iam:GetUser',
  'iam:GetUserPolicy',
  'iam:ListAccountAliases',
  'iam:ListAttachedGroupPolicies',
  'iam:ListAttachedRolePolicies',
  'iam:ListAttachedUserPolicies',
  'iam:ListGroupPolicies',
  'iam:ListGroupsForUser',
  'iam:ListInstanceProfilesForRole',
  'iam:ListPolicyVersions',
  'iam:ListRolePolicies',
  'iam:ListRoles',
  'iam:ListUserTags',
  'iam:ListUserPolicies',
];

/** Reads the root credentials of members, when asked for; too much power to hand out for that. */
const rootSession = 'sts:AssumeRoot';

/** Every read of checks, plans and applies. None can be limited to a resource and see the whole. */
export const readActions: readonly string[] = [
  ...new Set([
    ...Object.values(partPermissions)
      .flat()
      .filter((action) => action !== rootSession),
    ...resourceReads,
    'iam:SimulatePrincipalPolicy',
  ]),
].sort();

/** Access Analyzer's checks of documents; they know no resources. */
export const analyzerActions: readonly string[] = [
  'access-analyzer:CheckAccessNotGranted',
  'access-analyzer:CheckNoNewAccess',
  'access-analyzer:CheckNoPublicAccess',
  'access-analyzer:ValidatePolicy',
];

/** Allowed to everyone; listed so that no Deny of ours names it. */
export const identityAction = 'sts:GetCallerIdentity';
