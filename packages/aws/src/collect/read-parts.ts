import { noParts, type Part, type PartName, type SnapshotParts } from '@rolecall/core';
import { readAccountAliases } from './account-aliases.ts';
import { readAccountSummary } from './account-summary.ts';
import { readGroups } from './groups.ts';
import { readInstanceProfiles } from './instance-profiles.ts';
import { readManagedDocuments } from './managed-documents.ts';
import { readMfaDevices } from './mfa-devices.ts';
import { readOidcProviders } from './oidc-providers.ts';
import { readOrganization } from './organization.ts';
import { readOrganizationsFeatures } from './organizations-features.ts';
import { readPasswordPolicy } from './password-policy.ts';
import { readPolicies } from './policies.ts';
import { readPolicySettings } from './policy-settings.ts';
import type { Reader } from './reader.ts';
import { readRoleSettings } from './role-settings.ts';
import { readRoles } from './roles.ts';
import { readSamlProviders } from './saml-providers.ts';
import { readServerCertificates } from './server-certificates.ts';
import { readServiceSpecificCredentials } from './service-specific-credentials.ts';
import { readSshPublicKeys } from './ssh-public-keys.ts';
import { readUserCredentials } from './user-credentials.ts';
import { readUsers } from './users.ts';
import { readVirtualMfaDevices } from './virtual-mfa-devices.ts';

/** Settles one part by its reader, or says at once that it was not asked for. */
export type ReadPart = <T>(
  name: PartName,
  reader: (reader: Reader) => Promise<T>,
) => Promise<Part<T>>;

/** Reads all parts at the same time. The first error that `read` lets through is thrown. */
export async function readParts(read: ReadPart): Promise<SnapshotParts> {
  const reads = {
    users: read('users', readUsers),
    groups: read('groups', readGroups),
    roles: read('roles', readRoles),
    policies: read('policies', readPolicies),
    credentialReport: read('credentialReport', (reader) => reader.credentialReport()),
    accountSummary: read('accountSummary', readAccountSummary),
    passwordPolicy: read('passwordPolicy', readPasswordPolicy),
    virtualMfaDevices: read('virtualMfaDevices', readVirtualMfaDevices),
    serverCertificates: read('serverCertificates', readServerCertificates),
    samlProviders: read('samlProviders', readSamlProviders),
    oidcProviders: read('oidcProviders', readOidcProviders),
    accountAliases: read('accountAliases', readAccountAliases),
    organization: read('organization', readOrganization),
    organizationsFeatures: read('organizationsFeatures', readOrganizationsFeatures),
    serviceSpecificCredentials: read('serviceSpecificCredentials', readServiceSpecificCredentials),
    mfaDevices: read('mfaDevices', readMfaDevices),
    sshPublicKeys: read('sshPublicKeys', readSshPublicKeys),
    roleSettings: read('roleSettings', readRoleSettings),
    policySettings: read('policySettings', readPolicySettings),
    instanceProfiles: read('instanceProfiles', readInstanceProfiles),
    userCredentials: read('userCredentials', readUserCredentials),
    managedDocuments: read('managedDocuments', readManagedDocuments),
  };
  await Promise.all(Object.values(reads));
  return {
    ...noParts,
    users: await reads.users,
    groups: await reads.groups,
    roles: await reads.roles,
    policies: await reads.policies,
    credentialReport: await reads.credentialReport,
    accountSummary: await reads.accountSummary,
    passwordPolicy: await reads.passwordPolicy,
    virtualMfaDevices: await reads.virtualMfaDevices,
    serverCertificates: await reads.serverCertificates,
    samlProviders: await reads.samlProviders,
    oidcProviders: await reads.oidcProviders,
    accountAliases: await reads.accountAliases,
    organization: await reads.organization,
    organizationsFeatures: await reads.organizationsFeatures,
    serviceSpecificCredentials: await reads.serviceSpecificCredentials,
    mfaDevices: await reads.mfaDevices,
    sshPublicKeys: await reads.sshPublicKeys,
    roleSettings: await reads.roleSettings,
    policySettings: await reads.policySettings,
    instanceProfiles: await reads.instanceProfiles,
    userCredentials: await reads.userCredentials,
    managedDocuments: await reads.managedDocuments,
  };
}
