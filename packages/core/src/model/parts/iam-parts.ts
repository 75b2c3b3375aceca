import { z } from 'zod';
import { policyDocumentSchema } from '../policy-schema.ts';
import { instant } from './instant.ts';
import { signInSchema } from './sign-in-schema.ts';

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
  /** All versions that exist, newest first; those that are not the default with their documents. */
  versions: z
    .array(
      z.object({
        id: z.string(),
        createdAt: instant.optional(),
        document: policyDocumentSchema.optional(),
      }),
    )
    .readonly(),
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

/** What IAM says, at one global endpoint. */
export const iamParts = {
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
  /** User name → password and access keys, without secrets; only of those asked for. */
  userSignIns: z.record(z.string(), signInSchema),
  /** AWS-managed policy ARN → its default version as it is now; only of the policies asked for. */
  managedDocuments: z.record(
    z.string(),
    z.object({ versionId: z.string(), document: policyDocumentSchema }),
  ),
} as const;

export type Tags = z.infer<typeof tags>;
