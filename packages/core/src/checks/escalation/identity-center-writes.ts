/**
 * Actions by which one gives oneself, or somebody else, a permission set, or more in one.
 * Source: IAM Identity Center User Guide, "Overview of managing access permissions to your IAM
 * Identity Center resources"; Service Authorization Reference.
 */
export const identityCenterWrites = [
  'sso:CreateAccountAssignment',
  'sso:AttachManagedPolicyToPermissionSet',
  'sso:AttachCustomerManagedPolicyReferenceToPermissionSet',
  'sso:PutInlinePolicyToPermissionSet',
  'sso:DeletePermissionsBoundaryFromPermissionSet',
  'sso:PutPermissionsBoundaryToPermissionSet',
  'sso:AssociateProfile',
  'sso:PutPermissionsPolicy',
  'sso:UpdateTrust',
  'sso-directory:AddMemberToGroup',
  'sso-directory:UpdatePassword',
  'sso-directory:CreateBearerToken',
  'sso-directory:EnableExternalIdPConfigurationForDirectory',
  'identitystore:CreateGroupMembership',
] as const;

/** ARNs of what these actions are about; `*` where AWS knows none. */
export function identityCenterResources(
  action: string,
  { partition, account }: { readonly partition: string; readonly account: string },
): readonly string[] {
  const instance = `arn:${partition}:sso:::instance/ssoins-0000000000000000`;
  const permissionSet = `arn:${partition}:sso:::permissionSet/ssoins-0000000000000000/ps-0000000000000000`;
  if (action === 'sso:CreateAccountAssignment') {
    return [instance, permissionSet, `arn:${partition}:sso:::account/${account}`];
  }
  if (/^sso:.*PermissionSet$/.test(action)) return [instance, permissionSet];
  if (action.startsWith('identitystore:')) {
    return [
      `arn:${partition}:identitystore::${account}:identitystore/d-0000000000`,
      `arn:${partition}:identitystore:::group/00000000-0000-0000-0000-000000000000`,
      `arn:${partition}:identitystore:::user/00000000-0000-0000-0000-000000000000`,
    ];
  }
  return ['*'];
}
