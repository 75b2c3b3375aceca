import { iamArn, type PolicyDocument } from '@rolecall/policy';
import { known, notCollected, type Part } from '../../model/part.ts';
import type {
  CredentialReport,
  CredentialRow,
  Group,
  ManagedPolicy,
  PartName,
  PartValue,
  PasswordPolicy,
  Role,
  Snapshot,
  User,
} from '../../model/snapshot.ts';

export const now = new Date('2026-11-20T12:00:00Z');
export const account = '111122223333';
export const rootArn = `arn:aws:iam::${account}:root`;
export const reportGeneratedAt = '2026-11-20T11:00:00Z';

export function daysAgo(days: number): string {
  return new Date(now.getTime() - days * 24 * 60 * 60 * 1000).toISOString();
}

export function arnOf(type: string, name: string, path = '/'): string {
  return iamArn({ partition: 'aws', account, type, path, name });
}

type Named<T extends { readonly name: string }> = Partial<T> & Pick<T, 'name'>;

export function aUser(user: Named<User>): User {
  return { ...entity('user', user), groups: [], tags: {}, ...user };
}

export function aGroup(group: Named<Group>): Group {
  return { ...entity('group', group), ...group };
}

export function aRole(role: Named<Role>): Role {
  return { ...entity('role', role), trust: ec2Trust, instanceProfiles: [], tags: {}, ...role };
}

export function aPolicy(policy: Named<ManagedPolicy>): ManagedPolicy {
  const { attachedPolicies: _, inlinePolicies: __, ...named } = entity('policy', policy);
  return {
    ...named,
    defaultVersionId: 'v1',
    attachmentCount: 1,
    boundaryCount: 0,
    document: allowRead,
    versions: [{ id: 'v1' }],
    ...policy,
  };
}

/** A policy that AWS manages, by its name. */
export function anAwsPolicy(policy: Named<ManagedPolicy>): ManagedPolicy {
  return aPolicy({ arn: awsPolicyArn(policy.name), ...policy });
}

function awsPolicyArn(name: string): string {
  return iamArn({ partition: 'aws', account: 'aws', type: 'policy', name });
}

/** How a principal has `policies`. */
export function attach(...policies: readonly ManagedPolicy[]): User['attachedPolicies'] {
  return policies.map(({ name, arn }) => ({ name, arn }));
}

function entity(type: string, { name, path = '/' }: { name: string; path?: string | undefined }) {
  return {
    name,
    path,
    arn: arnOf(type, name, path),
    id: `ID-${type}-${name}`,
    createdAt: daysAgo(10),
    attachedPolicies: [],
    inlinePolicies: [],
  };
}

export const noKey: CredentialRow['accessKeys'][number] = { active: false };

/** An active key, ten days old and used yesterday, unless told otherwise. */
export function aKey(
  key: Partial<CredentialRow['accessKeys'][number]> = {},
): CredentialRow['accessKeys'][number] {
  return { active: true, lastRotatedAt: daysAgo(10), lastUsedAt: daysAgo(1), ...key };
}

/** A user without credentials, unless told otherwise. */
export function aRow(row: Partial<CredentialRow> & Pick<CredentialRow, 'user'>): CredentialRow {
  return {
    arn: arnOf('user', row.user),
    isRoot: false,
    createdAt: daysAgo(10),
    password: 'disabled',
    mfaActive: false,
    accessKeys: [noKey, noKey],
    signingCertificates: [{ active: false }, { active: false }],
    ...row,
  };
}

export function aRootRow(row: Partial<CredentialRow> = {}): CredentialRow {
  return aRow({ user: '<root_account>', arn: rootArn, isRoot: true, password: 'enabled', ...row });
}

/** A report of these users and of root, unless root is among them. */
export function aReport(...rows: readonly CredentialRow[]): CredentialReport {
  const root = rows.some(({ isRoot }) => isRoot) ? [] : [aRootRow({ mfaActive: true })];
  return { generatedAt: reportGeneratedAt, rows: [...root, ...rows] };
}

export function aPasswordPolicy(policy: Partial<PasswordPolicy> = {}): PasswordPolicy {
  return {
    minimumLength: 14,
    requireSymbols: true,
    requireNumbers: true,
    requireUppercase: true,
    requireLowercase: true,
    allowUsersToChange: true,
    reusePrevention: 24,
    hardExpiry: false,
    ...policy,
  };
}

export type KnownParts = { readonly [N in PartName]?: PartValue<N> };

/** A snapshot in which only `parts` are known. */
export function aSnapshot(parts: KnownParts, partition = 'aws'): Snapshot {
  return {
    schemaVersion: 1,
    caller: { account, partition, arn: `arn:${partition}:sts::${account}:assumed-role/audit/me` },
    takenAt: now.toISOString(),
    parts: {
      users: part(parts.users),
      groups: part(parts.groups),
      roles: part(parts.roles),
      policies: part(parts.policies),
      credentialReport: part(parts.credentialReport),
      accountSummary: part(parts.accountSummary),
      passwordPolicy: part(parts.passwordPolicy),
      virtualMfaDevices: part(parts.virtualMfaDevices),
      serverCertificates: part(parts.serverCertificates),
      samlProviders: part(parts.samlProviders),
      oidcProviders: part(parts.oidcProviders),
      accountAliases: part(parts.accountAliases),
      organization: part(parts.organization),
      organizationsFeatures: part(parts.organizationsFeatures),
      serviceSpecificCredentials: part(parts.serviceSpecificCredentials),
      mfaDevices: part(parts.mfaDevices),
      sshPublicKeys: part(parts.sshPublicKeys),
      roleSettings: part(parts.roleSettings),
      policySettings: part(parts.policySettings),
      instanceProfiles: part(parts.instanceProfiles),
      userCredentials: part(parts.userCredentials),
      userSignIns: part(parts.userSignIns),
      managedDocuments: part(parts.managedDocuments),
      regions: part(parts.regions),
      contactInformation: part(parts.contactInformation),
      alternateContacts: part(parts.alternateContacts),
      organizationAccounts: part(parts.organizationAccounts),
      organizationPolicies: part(parts.organizationPolicies),
      delegatedAdministrators: part(parts.delegatedAdministrators),
      openHandshakes: part(parts.openHandshakes),
      memberRootSummaries: part(parts.memberRootSummaries),
      identityCenterInstances: part(parts.identityCenterInstances),
      permissionSets: part(parts.permissionSets),
      identityCenterSetup: part(parts.identityCenterSetup),
      analyzers: part(parts.analyzers),
      archiveRules: part(parts.archiveRules),
      analyzerFindings: part(parts.analyzerFindings),
      policyGenerations: part(parts.policyGenerations),
      trails: part(parts.trails),
      metricFilters: part(parts.metricFilters),
      alarms: part(parts.alarms),
      eventRules: part(parts.eventRules),
      topicSubscriptions: part(parts.topicSubscriptions),
      instances: part(parts.instances),
      serviceLastAccessed: part(parts.serviceLastAccessed),
      appRunnerServices: part(parts.appRunnerServices),
      replicationSets: part(parts.replicationSets),
      protonStacks: part(parts.protonStacks),
      protonSettings: part(parts.protonSettings),
      samlMetadata: part(parts.samlMetadata),
      delegationRequests: part(parts.delegationRequests),
      outboundFederation: part(parts.outboundFederation),
    },
  };
}

function part<T>(value: T | undefined): Part<T> {
  return value === undefined ? notCollected : known(value);
}

function allow(statement: object): PolicyDocument {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
}

export const allowAll = allow({ Action: '*', Resource: '*' });
export const allowAllWithMfa = allow({
  Action: '*',
  Resource: '*',
  Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
});
export const allowAllButBilling = allow({ NotAction: 'aws-portal:*', Resource: '*' });
export const allowAllButIam = allow({ NotAction: 'iam:*', Resource: '*' });
export const allowIam = allow({ Action: 'iam:*', Resource: '*' });
export const allowRead = allow({ Action: 's3:GetObject', Resource: '*' });
export const denyAll: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
};
const ec2Trust: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
};

export const administratorAccess = anAwsPolicy({
  name: 'AdministratorAccess',
  document: allowAll,
});
