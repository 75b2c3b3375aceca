/** The quotas that GetAccountSummary reports, with AWS's defaults of 2026. */
export const defaultQuotas = {
  UsersQuota: 5000,
  GroupsQuota: 300,
  RolesQuota: 1000,
  PoliciesQuota: 1500,
  InstanceProfilesQuota: 1000,
  ServerCertificatesQuota: 20,
  UserPolicySizeQuota: 2048,
  GroupPolicySizeQuota: 5120,
  RolePolicySizeQuota: 10240,
  PolicySizeQuota: 6144,
  AssumeRolePolicySizeQuota: 2048,
  GroupsPerUserQuota: 10,
  SigningCertificatesPerUserQuota: 2,
  AccessKeysPerUserQuota: 2,
  AttachedPoliciesPerGroupQuota: 10,
  AttachedPoliciesPerRoleQuota: 10,
  AttachedPoliciesPerUserQuota: 10,
  VersionsPerPolicyQuota: 5,
  PolicyVersionsInUseQuota: 10000,
} as const;

export type QuotaName = keyof typeof defaultQuotas;

export type Quotas = Readonly<Record<QuotaName, number>>;

/** Limits that no call reports. */
export const fixedLimits = {
  tags: 50,
  mfaDevicesPerUser: 8,
  oidcProviders: 100,
  samlProviders: 100,
  clientIdsPerOidcProvider: 100,
  sshKeysPerUser: 5,
  serviceCredentialsPerServiceAndUser: 2,
} as const;
