import { z } from 'zod';
import type { Part } from './part.ts';
import { policyDocumentSchema } from './policy-schema.ts';

/** Moves when the shape below changes so that an older reader would misread it. */
export const snapshotSchemaVersion = 1;

const instant = z.iso.datetime({ offset: true });
const tags = z.record(z.string(), z.string());
const attachedPolicy = z.object({ name: z.string(), arn: z.string() });
const inlinePolicy = z.object({ name: z.string(), document: policyDocumentSchema });

const entity = {
  name: z.string(),
  arn: z.string(),
  /** Unique id (AIDA…, AROA…, AGPA…), which changes when an entity is deleted and made again. */
  id: z.string(),
  path: z.string(),
  createdAt: instant,
};

const grants = {
  attachedPolicies: z.array(attachedPolicy).readonly(),
  inlinePolicies: z.array(inlinePolicy).readonly(),
};

const user = z.object({
  ...entity,
  ...grants,
  groups: z.array(z.string()).readonly(),
  permissionsBoundary: z.string().optional(),
  tags,
});

const group = z.object({ ...entity, ...grants });

const role = z.object({
  ...entity,
  ...grants,
  trust: policyDocumentSchema,
  instanceProfiles: z.array(z.string()).readonly(),
  permissionsBoundary: z.string().optional(),
  tags,
  lastUsed: z.object({ at: instant.optional(), region: z.string().optional() }).optional(),
});

/** A managed policy: customer managed, or AWS managed (account `aws` in its ARN) and attached. */
const policy = z.object({
  ...entity,
  defaultVersionId: z.string(),
  attachmentCount: z.number().int(),
  boundaryCount: z.number().int(),
  document: policyDocumentSchema,
  /** All versions that exist, newest first. */
  versions: z.array(z.object({ id: z.string(), createdAt: instant.optional() })).readonly(),
});

const accessKey = z.object({
  active: z.boolean(),
  lastRotatedAt: instant.optional(),
  lastUsedAt: instant.optional(),
  lastUsedRegion: z.string().optional(),
  lastUsedService: z.string().optional(),
});

const signingCertificate = z.object({ active: z.boolean(), lastRotatedAt: instant.optional() });

/** One row of the credential report. Absent members stand for N/A and no_information. */
const credentialRow = z.object({
  user: z.string(),
  arn: z.string(),
  isRoot: z.boolean(),
  createdAt: instant.optional(),
  /** `not-supported`: GovCloud's root, whose password AWS does not report. */
  password: z.enum(['enabled', 'disabled', 'not-supported', 'unknown']),
  passwordLastUsedAt: instant.optional(),
  passwordLastChangedAt: instant.optional(),
  passwordNextRotationAt: instant.optional(),
  mfaActive: z.boolean(),
  /** Key 1 and key 2, in that order. */
  accessKeys: z.tuple([accessKey, accessKey]).readonly(),
  signingCertificates: z.tuple([signingCertificate, signingCertificate]).readonly(),
});

const passwordPolicy = z.object({
  minimumLength: z.number().int(),
  requireSymbols: z.boolean(),
  requireNumbers: z.boolean(),
  requireUppercase: z.boolean(),
  requireLowercase: z.boolean(),
  allowUsersToChange: z.boolean(),
  /** Days; absent where passwords do not expire. */
  maxAge: z.number().int().optional(),
  /** How many earlier passwords may not come back; absent where any may. */
  reusePrevention: z.number().int().optional(),
  hardExpiry: z.boolean(),
});

const partSchemas = {
  users: z.array(user).readonly(),
  groups: z.array(group).readonly(),
  roles: z.array(role).readonly(),
  policies: z.array(policy).readonly(),
  credentialReport: z.object({ generatedAt: instant, rows: z.array(credentialRow).readonly() }),
  /** SummaryMap of GetAccountSummary: entity counts, root's credentials, quotas. */
  accountSummary: z.record(z.string(), z.number()),
  /** `null` where the account has none of its own and AWS's default holds. */
  passwordPolicy: passwordPolicy.nullable(),
  virtualMfaDevices: z
    .array(z.object({ serialNumber: z.string(), userArn: z.string().optional() }))
    .readonly(),
  serverCertificates: z
    .array(z.object({ name: z.string(), arn: z.string(), uploadedAt: instant, expiresAt: instant }))
    .readonly(),
  samlProviders: z
    .array(
      z.object({
        arn: z.string(),
        createdAt: instant.optional(),
        validUntil: instant.optional(),
      }),
    )
    .readonly(),
  oidcProviders: z
    .array(
      z.object({
        arn: z.string(),
        /** Host and path, without `https://`. */
        url: z.string(),
        clientIds: z.array(z.string()).readonly(),
        thumbprints: z.array(z.string()).readonly(),
        tags,
      }),
    )
    .readonly(),
  accountAliases: z.array(z.string()).readonly(),
  /** `null` where the account is in no organization. */
  organization: z
    .object({ id: z.string(), managementAccountId: z.string(), featureSet: z.string() })
    .nullable(),
  /** Features of centralised root access; `null` where this account is not the one to ask. */
  organizationsFeatures: z.array(z.string()).readonly().nullable(),
  serviceSpecificCredentials: z
    .array(
      z.object({
        id: z.string(),
        userName: z.string(),
        service: z.string(),
        active: z.boolean(),
        createdAt: instant,
        expiresAt: instant.optional(),
      }),
    )
    .readonly(),
  /** Every MFA device of the users that have one; a call per user, so only when asked for. */
  mfaDevices: z.array(z.object({ userName: z.string(), serialNumber: z.string() })).readonly(),
  /** SSH public keys; a call per user, so only when asked for. */
  sshPublicKeys: z
    .array(
      z.object({
        id: z.string(),
        userName: z.string(),
        active: z.boolean(),
        uploadedAt: instant,
      }),
    )
    .readonly(),
  /** Role name → what GetAccountAuthorizationDetails leaves out. */
  roleSettings: z.record(
    z.string(),
    z.object({ description: z.string().optional(), maxSessionDuration: z.number().int() }),
  ),
  /** Policy ARN → what GetAccountAuthorizationDetails leaves out; only of the policies asked for. */
  policySettings: z.record(z.string(), z.object({ description: z.string().optional(), tags })),
  instanceProfiles: z
    .array(
      z.object({
        name: z.string(),
        arn: z.string(),
        path: z.string(),
        /** At most one, as AWS has it. */
        roles: z.array(z.string()).readonly(),
        /** Only of the profiles asked for. */
        tags: tags.optional(),
      }),
    )
    .readonly(),
  /** User name → credentials that stand in the way of deleting it; only of those asked for. */
  userCredentials: z.record(z.string(), z.array(z.string()).readonly()),
  /** AWS-managed policy ARN → its default version as it is now; only of the policies asked for. */
  managedDocuments: z.record(
    z.string(),
    z.object({ versionId: z.string(), document: policyDocumentSchema }),
  ),
} as const;

export type PartName = keyof typeof partSchemas;
export type PartValue<N extends PartName> = z.infer<(typeof partSchemas)[N]>;
export type SnapshotParts = { readonly [N in PartName]: Part<PartValue<N>> };

export type User = PartValue<'users'>[number];
export type Group = PartValue<'groups'>[number];
export type Role = PartValue<'roles'>[number];
export type ManagedPolicy = PartValue<'policies'>[number];
export type CredentialReport = PartValue<'credentialReport'>;
export type CredentialRow = CredentialReport['rows'][number];
export type PasswordPolicy = z.infer<typeof passwordPolicy>;
export type OidcProvider = PartValue<'oidcProviders'>[number];
export type InstanceProfile = PartValue<'instanceProfiles'>[number];
export type Tags = z.infer<typeof tags>;

export interface Caller {
  readonly account: string;
  readonly partition: string;
  /** As GetCallerIdentity says: of an assumed role it is the session. */
  readonly arn: string;
}

/** What AWS showed of one account at one moment. Instants are ISO 8601 in UTC. */
export interface Snapshot {
  readonly schemaVersion: typeof snapshotSchemaVersion;
  readonly caller: Caller;
  readonly takenAt: string;
  readonly parts: SnapshotParts;
}

const unknownPart = z.object({
  status: z.literal('unknown'),
  reason: z.object({
    code: z.string(),
    message: z.string(),
    permission: z.string().optional(),
  }),
});

function part<S extends z.ZodType>(value: S) {
  return z.union([z.object({ status: z.literal('known'), value }), unknownPart]);
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
  }),
}) satisfies z.ZodType<Snapshot>;
