import { z } from 'zod';
import { notCollected, type Part } from './part.ts';
import { accessAnalyzerParts } from './parts/access-analyzer-parts.ts';
import { accountParts } from './parts/account-parts.ts';
import { cloudtrailParts } from './parts/cloudtrail-parts.ts';
import { federationParts } from './parts/federation-parts.ts';
import { iamParts } from './parts/iam-parts.ts';
import { identityCenterParts } from './parts/identity-center-parts.ts';
import { instant } from './parts/instant.ts';
import { monitoringParts } from './parts/monitoring-parts.ts';
import { organizationParts } from './parts/organization-parts.ts';
import { part } from './parts/part-schema.ts';
import { workloadParts } from './parts/workload-parts.ts';

/** Moves when the shape below changes so that an older reader would misread it. */
export const snapshotSchemaVersion = 1;

const partSchemas = {
  ...iamParts,
  ...organizationParts,
  ...accountParts,
  ...identityCenterParts,
  ...accessAnalyzerParts,
  ...cloudtrailParts,
  ...monitoringParts,
  ...workloadParts,
  ...federationParts,
} as const;

export type { Tags } from './parts/iam-parts.ts';

export type PartName = keyof typeof partSchemas;
export type PartValue<N extends PartName> = z.infer<(typeof partSchemas)[N]>;
export type SnapshotParts = { readonly [N in PartName]: Part<PartValue<N>> };

export type User = PartValue<'users'>[number];
export type Group = PartValue<'groups'>[number];
export type Role = PartValue<'roles'>[number];
export type ManagedPolicy = PartValue<'policies'>[number];
export type CredentialReport = PartValue<'credentialReport'>;
export type CredentialRow = CredentialReport['rows'][number];
export type PasswordPolicy = NonNullable<PartValue<'passwordPolicy'>>;
export type OidcProvider = PartValue<'oidcProviders'>[number];
export type InstanceProfile = PartValue<'instanceProfiles'>[number];

export interface Caller {
  readonly account: string;
  readonly partition: string;
  /** As GetCallerIdentity says: of an assumed role it is the session. */
  readonly arn: string;
}

export type PermissionSet = NonNullable<PartValue<'permissionSets'>>[number];

/** What AWS showed of one account at one moment. Instants are ISO 8601 in UTC. */
export interface Snapshot {
  readonly schemaVersion: typeof snapshotSchemaVersion;
  readonly caller: Caller;
  readonly takenAt: string;
  readonly parts: SnapshotParts;
}

/** A part that older snapshots lack. */
function later<S extends z.ZodType>(value: S) {
  return part(value).default(notCollected);
}

/** Reads a snapshot back from JSON. */
export const snapshotSchema = z.object({
  schemaVersion: z.literal(snapshotSchemaVersion),
  caller: z.object({ account: z.string(), partition: z.string(), arn: z.string() }),
  takenAt: instant,
  parts: z.object({
    users: part(partSchemas.users),
    groups: part(partSchemas.groups),
    roles: part(partSchemas.roles),
    policies: part(partSchemas.policies),
    credentialReport: part(partSchemas.credentialReport),
    accountSummary: part(partSchemas.accountSummary),
    passwordPolicy: part(partSchemas.passwordPolicy),
    virtualMfaDevices: part(partSchemas.virtualMfaDevices),
    serverCertificates: part(partSchemas.serverCertificates),
    samlProviders: part(partSchemas.samlProviders),
    oidcProviders: part(partSchemas.oidcProviders),
    accountAliases: part(partSchemas.accountAliases),
    organization: part(partSchemas.organization),
    organizationsFeatures: part(partSchemas.organizationsFeatures),
    serviceSpecificCredentials: part(partSchemas.serviceSpecificCredentials),
    mfaDevices: part(partSchemas.mfaDevices),
    sshPublicKeys: part(partSchemas.sshPublicKeys),
    roleSettings: part(partSchemas.roleSettings),
    policySettings: part(partSchemas.policySettings),
    instanceProfiles: part(partSchemas.instanceProfiles),
    userCredentials: part(partSchemas.userCredentials),
    managedDocuments: part(partSchemas.managedDocuments),
    userSignIns: later(partSchemas.userSignIns),
    regions: later(partSchemas.regions),
    contactInformation: later(partSchemas.contactInformation),
    alternateContacts: later(partSchemas.alternateContacts),
    organizationAccounts: later(partSchemas.organizationAccounts),
    organizationPolicies: later(partSchemas.organizationPolicies),
    delegatedAdministrators: later(partSchemas.delegatedAdministrators),
    openHandshakes: later(partSchemas.openHandshakes),
    memberRootSummaries: later(partSchemas.memberRootSummaries),
    identityCenterInstances: later(partSchemas.identityCenterInstances),
    permissionSets: later(partSchemas.permissionSets),
    identityCenterSetup: later(partSchemas.identityCenterSetup),
    analyzers: later(partSchemas.analyzers),
    archiveRules: later(partSchemas.archiveRules),
    analyzerFindings: later(partSchemas.analyzerFindings),
    policyGenerations: later(partSchemas.policyGenerations),
    trails: later(partSchemas.trails),
    metricFilters: later(partSchemas.metricFilters),
    alarms: later(partSchemas.alarms),
    eventRules: later(partSchemas.eventRules),
    topicSubscriptions: later(partSchemas.topicSubscriptions),
    instances: later(partSchemas.instances),
    serviceLastAccessed: later(partSchemas.serviceLastAccessed),
    appRunnerServices: later(partSchemas.appRunnerServices),
    replicationSets: later(partSchemas.replicationSets),
    protonStacks: later(partSchemas.protonStacks),
    protonSettings: later(partSchemas.protonSettings),
    samlMetadata: later(partSchemas.samlMetadata),
    delegationRequests: later(partSchemas.delegationRequests),
    outboundFederation: later(partSchemas.outboundFederation),
  }),
}) satisfies z.ZodType<Snapshot>;
