import type { PartName } from './snapshot.ts';

/** The AWS actions that reading a part takes, in the order they are called. */
export const partPermissions: { readonly [N in PartName]: readonly [string, ...string[]] } = {
  users: ['iam:GetAccountAuthorizationDetails'],
  groups: ['iam:GetAccountAuthorizationDetails'],
  roles: ['iam:GetAccountAuthorizationDetails'],
  policies: ['iam:GetAccountAuthorizationDetails'],
  credentialReport: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
  accountSummary: ['iam:GetAccountSummary'],
  passwordPolicy: ['iam:GetAccountPasswordPolicy'],
  virtualMfaDevices: ['iam:ListVirtualMFADevices'],
  serverCertificates: ['iam:ListServerCertificates'],
  samlProviders: ['iam:ListSAMLProviders'],
  oidcProviders: ['iam:ListOpenIDConnectProviders', 'iam:GetOpenIDConnectProvider'],
  accountAliases: ['iam:ListAccountAliases'],
  organization: ['organizations:DescribeOrganization'],
  organizationsFeatures: ['iam:ListOrganizationsFeatures'],
  serviceSpecificCredentials: ['iam:ListServiceSpecificCredentials'],
  mfaDevices: ['iam:ListMFADevices'],
  sshPublicKeys: ['iam:ListSSHPublicKeys'],
  roleSettings: ['iam:ListRoles'],
  policySettings: ['iam:GetPolicy'],
  instanceProfiles: ['iam:ListInstanceProfiles', 'iam:GetInstanceProfile'],
  userCredentials: [
    'iam:GetLoginProfile',
    'iam:ListAccessKeys',
    'iam:ListMFADevices',
    'iam:ListSigningCertificates',
    'iam:ListSSHPublicKeys',
    'iam:ListServiceSpecificCredentials',
  ],
  managedDocuments: ['iam:GetPolicy', 'iam:GetPolicyVersion'],
};
