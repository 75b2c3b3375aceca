import type { Tag } from '../calls.ts';

interface Instance {
  readonly InstanceArn: string;
}

/** By name, for the ARN of one that the same plan creates is not known yet. */
interface PermissionSetName extends Instance {
  readonly PermissionSetName: string;
}

interface CustomerPolicy {
  readonly CustomerManagedPolicyReference: { readonly Name: string; readonly Path: string };
}

interface Assignment extends PermissionSetName {
  /** Account id. */
  readonly TargetId: string;
  readonly PrincipalType: 'GROUP' | 'USER';
  /** Display name of the group, or user name. */
  readonly PrincipalName: string;
}

interface Settings {
  readonly Description?: string;
  /** As ISO 8601 has it: `PT1H`. */
  readonly SessionDuration: string;
  readonly RelayState?: string;
}

interface Store {
  readonly IdentityStoreId: string;
}

interface GroupName extends Store {
  readonly GroupName: string;
}

interface Membership extends GroupName {
  readonly UserName: string;
}

export interface PersonAttributes {
  readonly DisplayName: string;
  readonly GivenName: string;
  readonly FamilyName: string;
  readonly Email?: string;
}

/**
 * Writes to IAM Identity Center and its identity store. Resources stand by their names where its API
 * takes ids. Assigning and provisioning are done when AWS says that they are, not when it took them.
 */
export interface IdentityCenterCalls {
  'sso:CreatePermissionSet': Instance & Settings & { readonly Name: string; readonly Tags: Tag[] };
  'sso:UpdatePermissionSet': PermissionSetName & Settings;
  'sso:DeletePermissionSet': PermissionSetName;
  'sso:AttachManagedPolicyToPermissionSet': PermissionSetName & {
    readonly ManagedPolicyArn: string;
  };
  'sso:DetachManagedPolicyFromPermissionSet': PermissionSetName & {
    readonly ManagedPolicyArn: string;
  };
  'sso:AttachCustomerManagedPolicyReferenceToPermissionSet': PermissionSetName & CustomerPolicy;
  'sso:DetachCustomerManagedPolicyReferenceFromPermissionSet': PermissionSetName & CustomerPolicy;
  'sso:PutInlinePolicyToPermissionSet': PermissionSetName & {
    /** JSON. */
    readonly InlinePolicy: string;
  };
  'sso:DeleteInlinePolicyFromPermissionSet': PermissionSetName;
  'sso:PutPermissionsBoundaryToPermissionSet': PermissionSetName & {
    readonly PermissionsBoundary: { readonly ManagedPolicyArn: string } | CustomerPolicy;
  };
  'sso:DeletePermissionsBoundaryFromPermissionSet': PermissionSetName;
  'sso:ProvisionPermissionSet': PermissionSetName & {
    readonly TargetType: 'ALL_PROVISIONED_ACCOUNTS';
  };
  'sso:TagResource': PermissionSetName & { readonly Tags: Tag[] };
  'sso:UntagResource': PermissionSetName & { readonly TagKeys: string[] };
  'sso:CreateAccountAssignment': Assignment;
  'sso:DeleteAccountAssignment': Assignment & {
    /** Where it is known. Of whom was deleted it stands in the place of the name, too. */
    readonly PrincipalId?: string;
  };
  'identitystore:CreateGroup': GroupName & { readonly Description: string };
  'identitystore:UpdateGroup': GroupName & { readonly Description: string };
  'identitystore:DeleteGroup': GroupName;
  'identitystore:CreateGroupMembership': Membership;
  'identitystore:DeleteGroupMembership': Membership;
  'identitystore:CreateUser': Store & PersonAttributes & { readonly UserName: string };
  'identitystore:UpdateUser': Store & PersonAttributes & { readonly UserName: string };
}
