import type { Part, PartName, SnapshotParts } from '@rolecall/core';
import { readAccountAliases } from './account-aliases.ts';
import { readAccountSummary } from './account-summary.ts';
import { readAlternateContacts } from './alternate-contacts.ts';
import { readAnalyzerFindings } from './analyzer-findings.ts';
import { readArchiveRules } from './archive-rules.ts';
import { readContactInformation } from './contact-information.ts';
import { readDelegatedAdministrators } from './delegated-administrators.ts';
import { readDelegationRequests } from './delegation-requests.ts';
import { readGroups } from './groups.ts';
import { readIdentityCenterInstances } from './identity-center/identity-center-instances.ts';
import { readPermissionSets } from './identity-center/permission-sets.ts';
import { readInstanceProfiles } from './instance-profiles.ts';
import {
  readAppRunnerServices,
  readEventRules,
  readIdentityCenterSetup,
  readInstances,
  readMetricFilters,
  readProtonSettings,
  readProtonStacks,
  readReplicationSets,
  readTopicSubscriptions,
} from './lazy-readers.ts';
import { readManagedDocuments } from './managed-documents.ts';
import { readMemberRootSummaries } from './member-root-summaries.ts';
import { readMfaDevices } from './mfa-devices.ts';
import { readOidcProviders } from './oidc-providers.ts';
import { readOpenHandshakes } from './open-handshakes.ts';
import { readOrganization } from './organization.ts';
import { showAccounts } from './organization-accounts.ts';
import { readOrganizationPolicies } from './organization-policies.ts';
import { readOrganizationsFeatures } from './organizations-features.ts';
import { readOutboundFederation } from './outbound-federation.ts';
import { readPasswordPolicy } from './password-policy.ts';
import { readPolicies } from './policies.ts';
import { readPolicyGenerations } from './policy-generations.ts';
import { readPolicySettings } from './policy-settings.ts';
import type { Reader } from './reader.ts';
import { readRoleSettings } from './role-settings.ts';
import { readRoles } from './roles.ts';
import { readSamlMetadata } from './saml-metadata.ts';
import { readServerCertificates } from './server-certificates.ts';
import { readServiceLastAccessed } from './service-last-accessed.ts';
import { readServiceSpecificCredentials } from './service-specific-credentials.ts';
import { readSshPublicKeys } from './ssh-public-keys.ts';
import { readTrails } from './trails.ts';
import { readUserCredentials } from './user-credentials.ts';
import { readUserSignIns } from './user-sign-ins.ts';
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
    samlProviders: read('samlProviders', (reader) => reader.samlProviders()),
    samlMetadata: read('samlMetadata', readSamlMetadata),
    archiveRules: read('archiveRules', readArchiveRules),
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
    userSignIns: read('userSignIns', readUserSignIns),
    managedDocuments: read('managedDocuments', readManagedDocuments),
    regions: read('regions', (reader) => reader.enabledRegions()),
    contactInformation: read('contactInformation', readContactInformation),
    alternateContacts: read('alternateContacts', readAlternateContacts),
    organizationAccounts: read('organizationAccounts', async (reader) =>
      showAccounts(await reader.organizationAccounts()),
    ),
    organizationPolicies: read('organizationPolicies', readOrganizationPolicies),
    delegatedAdministrators: read('delegatedAdministrators', readDelegatedAdministrators),
    openHandshakes: read('openHandshakes', readOpenHandshakes),
    memberRootSummaries: read('memberRootSummaries', readMemberRootSummaries),
    identityCenterInstances: read('identityCenterInstances', readIdentityCenterInstances),
    permissionSets: read('permissionSets', readPermissionSets),
    identityCenterSetup: read('identityCenterSetup', readIdentityCenterSetup),
    analyzers: read('analyzers', (reader) => reader.analyzers()),
    analyzerFindings: read('analyzerFindings', readAnalyzerFindings),
    policyGenerations: read('policyGenerations', readPolicyGenerations),
    trails: read('trails', readTrails),
    metricFilters: read('metricFilters', readMetricFilters),
    alarms: read('alarms', (reader) => reader.alarms()),
    eventRules: read('eventRules', readEventRules),
    topicSubscriptions: read('topicSubscriptions', readTopicSubscriptions),
    instances: read('instances', readInstances),
    serviceLastAccessed: read('serviceLastAccessed', readServiceLastAccessed),
    appRunnerServices: read('appRunnerServices', readAppRunnerServices),
    replicationSets: read('replicationSets', readReplicationSets),
    protonStacks: read('protonStacks', readProtonStacks),
    protonSettings: read('protonSettings', readProtonSettings),
    delegationRequests: read('delegationRequests', readDelegationRequests),
    outboundFederation: read('outboundFederation', readOutboundFederation),
  };
  await Promise.all(Object.values(reads));
  return {
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
    samlMetadata: await reads.samlMetadata,
    archiveRules: await reads.archiveRules,
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
    userSignIns: await reads.userSignIns,
    managedDocuments: await reads.managedDocuments,
    regions: await reads.regions,
    contactInformation: await reads.contactInformation,
    alternateContacts: await reads.alternateContacts,
    organizationAccounts: await reads.organizationAccounts,
    organizationPolicies: await reads.organizationPolicies,
    delegatedAdministrators: await reads.delegatedAdministrators,
    openHandshakes: await reads.openHandshakes,
    memberRootSummaries: await reads.memberRootSummaries,
    identityCenterInstances: await reads.identityCenterInstances,
    permissionSets: await reads.permissionSets,
    identityCenterSetup: await reads.identityCenterSetup,
    analyzers: await reads.analyzers,
    analyzerFindings: await reads.analyzerFindings,
    policyGenerations: await reads.policyGenerations,
    trails: await reads.trails,
    metricFilters: await reads.metricFilters,
    alarms: await reads.alarms,
    eventRules: await reads.eventRules,
    topicSubscriptions: await reads.topicSubscriptions,
    instances: await reads.instances,
    serviceLastAccessed: await reads.serviceLastAccessed,
    appRunnerServices: await reads.appRunnerServices,
    replicationSets: await reads.replicationSets,
    protonStacks: await reads.protonStacks,
    protonSettings: await reads.protonSettings,
    delegationRequests: await reads.delegationRequests,
    outboundFederation: await reads.outboundFederation,
  };
}
