import type { Part } from '../model/part.ts';
import type { SnapshotParts } from '../model/snapshot.ts';
import type { PartValues } from './check.ts';

/** A view of the parts in which reading one that is not known throws. */
export function knownValues(parts: SnapshotParts): PartValues {
  return {
    get users() {
      return knownValue(parts.users);
    },
    get groups() {
      return knownValue(parts.groups);
    },
    get roles() {
      return knownValue(parts.roles);
    },
    get policies() {
      return knownValue(parts.policies);
    },
    get credentialReport() {
      return knownValue(parts.credentialReport);
    },
    get accountSummary() {
      return knownValue(parts.accountSummary);
    },
    get passwordPolicy() {
      return knownValue(parts.passwordPolicy);
    },
    get virtualMfaDevices() {
      return knownValue(parts.virtualMfaDevices);
    },
    get serverCertificates() {
      return knownValue(parts.serverCertificates);
    },
    get archiveRules() {
      return knownValue(parts.archiveRules);
    },
    get samlMetadata() {
      return knownValue(parts.samlMetadata);
    },
    get samlProviders() {
      return knownValue(parts.samlProviders);
    },
    get oidcProviders() {
      return knownValue(parts.oidcProviders);
    },
    get accountAliases() {
      return knownValue(parts.accountAliases);
    },
    get organization() {
      return knownValue(parts.organization);
    },
    get organizationsFeatures() {
      return knownValue(parts.organizationsFeatures);
    },
    get serviceSpecificCredentials() {
      return knownValue(parts.serviceSpecificCredentials);
    },
    get mfaDevices() {
      return knownValue(parts.mfaDevices);
    },
    get sshPublicKeys() {
      return knownValue(parts.sshPublicKeys);
    },
    get roleSettings() {
      return knownValue(parts.roleSettings);
    },
    get policySettings() {
      return knownValue(parts.policySettings);
    },
    get instanceProfiles() {
      return knownValue(parts.instanceProfiles);
    },
    get userCredentials() {
      return knownValue(parts.userCredentials);
    },
    get userSignIns() {
      return knownValue(parts.userSignIns);
    },
    get managedDocuments() {
      return knownValue(parts.managedDocuments);
    },
    get regions() {
      return knownValue(parts.regions);
    },
    get contactInformation() {
      return knownValue(parts.contactInformation);
    },
    get alternateContacts() {
      return knownValue(parts.alternateContacts);
    },
    get organizationAccounts() {
      return knownValue(parts.organizationAccounts);
    },
    get organizationPolicies() {
      return knownValue(parts.organizationPolicies);
    },
    get delegatedAdministrators() {
      return knownValue(parts.delegatedAdministrators);
    },
    get openHandshakes() {
      return knownValue(parts.openHandshakes);
    },
    get memberRootSummaries() {
      return knownValue(parts.memberRootSummaries);
    },
    get identityCenterInstances() {
      return knownValue(parts.identityCenterInstances);
    },
    get permissionSets() {
      return knownValue(parts.permissionSets);
    },
    get identityCenterSetup() {
      return knownValue(parts.identityCenterSetup);
    },
    get analyzers() {
      return knownValue(parts.analyzers);
    },
    get analyzerFindings() {
      return knownValue(parts.analyzerFindings);
    },
    get policyGenerations() {
      return knownValue(parts.policyGenerations);
    },
    get trails() {
      return knownValue(parts.trails);
    },
    get metricFilters() {
      return knownValue(parts.metricFilters);
    },
    get alarms() {
      return knownValue(parts.alarms);
    },
    get eventRules() {
      return knownValue(parts.eventRules);
    },
    get topicSubscriptions() {
      return knownValue(parts.topicSubscriptions);
    },
    get instances() {
      return knownValue(parts.instances);
    },
    get serviceLastAccessed() {
      return knownValue(parts.serviceLastAccessed);
    },
    get appRunnerServices() {
      return knownValue(parts.appRunnerServices);
    },
    get replicationSets() {
      return knownValue(parts.replicationSets);
    },
    get protonStacks() {
      return knownValue(parts.protonStacks);
    },
    get protonSettings() {
      return knownValue(parts.protonSettings);
    },
    get delegationRequests() {
      return knownValue(parts.delegationRequests);
    },
    get outboundFederation() {
      return knownValue(parts.outboundFederation);
    },
  };
}

function knownValue<T>(part: Part<T>): T {
  if (part.status === 'known') return part.value;
  throw new Error(`a part was read that is not known: ${part.reason.message}`);
}
