import { z } from 'zod';
import { declaredPolicySchema } from '../model/policy-schema.ts';
import { checkSettingsSchema } from '../model/settings.ts';

/** Rules of IAM for names and texts; source: IAM API Reference (botocore 1.43.11). */
const path = z
  .string()
  .regex(/^\/([!-~]+\/)?$/, 'must begin and end with "/"')
  .max(512)
  .describe('IAM path; left out, it is /rolecall/{scope}/.');
const description = z
  .string()
  .max(1000)
  .regex(/^[\t\n\r\x20-\x7E\u00A1-\u00FF]*$/, 'holds a character that IAM does not take here');
const tags = z
  .record(
    z
      .string()
      .min(1)
      .max(128)
      .regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u, 'holds a character that tag keys may not have')
      .refine((key) => !/^(aws|rolecall):/i.test(key), 'begins with a reserved prefix'),
    z
      .string()
      .max(256)
      .regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u, 'holds a character that tag values may not have'),
  )
  .default({});

function nameOf(what: string, max: number) {
  return z
    .string()
    .min(1)
    .max(max, `is longer than the ${max} characters that IAM allows for ${what}`)
    .regex(/^[\w+=,.@-]+$/, 'may hold letters, digits and + = , . @ _ - only');
}

const policyName = nameOf('a policy name', 128);
const roleName = nameOf('a role name', 64);
const userName = nameOf('a user name', 64);
const groupName = nameOf('a group name', 128);
const profileName = nameOf('an instance profile name', 128);

const managedPolicies = z
  .array(z.string().min(1))
  .default([])
  .describe(
    'AWS-managed policies by name (ReadOnlyAccess, job-function/SupportUser), declared policies by name, or ARNs.',
  );
const grants = {
  managedPolicies,
  inlinePolicies: z.record(policyName, declaredPolicySchema).default({}),
  exclusive: z
    .boolean()
    .default(true)
    .describe('Whether policies attached beyond the declaration are taken away.'),
};
const permissionsBoundary = z
  .string()
  .min(1)
  .optional()
  .describe('Name of a declared or AWS-managed policy, or an ARN.');

const role = z
  .strictObject({
    description: description.optional(),
    path: path.optional(),
    trust: declaredPolicySchema.describe('Who may assume the role.'),
    ...grants,
    permissionsBoundary,
    maxSessionDuration: z.number().int().min(3600).max(43200).default(3600).describe('Seconds.'),
    tags,
  })
  .meta({ id: 'Role' });

const policy = z
  .strictObject({
    description: description.optional().describe('IAM cannot change it later.'),
    path: path.optional(),
    document: z
      .union([
        declaredPolicySchema,
        z.strictObject({
          copyOf: z.string().min(1).describe('An AWS-managed policy whose text now is taken over.'),
        }),
      ])
      .describe('The policy itself, or { copyOf: <AWS-managed policy> }.'),
    tags,
  })
  .meta({ id: 'Policy' });

const group = z.strictObject({ path: path.optional(), ...grants }).meta({ id: 'Group' });

const user = z
  .strictObject({
    path: path.optional(),
    groups: z.array(groupName).default([]),
    ...grants,
    permissionsBoundary,
    tags,
  })
  .meta({ id: 'User' });

const instanceProfile = z
  .strictObject({ path: path.optional(), role: roleName, tags })
  .meta({ id: 'InstanceProfile' });

const serviceLinkedRole = z
  .strictObject({
    customSuffix: z.string().min(1).max(64).optional(),
    description: description.optional(),
  })
  .meta({ id: 'ServiceLinkedRole' });

const oidcProvider = z
  .strictObject({
    clientIds: z.array(z.string().min(1).max(255)).min(1).max(100).describe('Audiences.'),
    thumbprints: z
      .array(z.string().regex(/^[0-9a-fA-F]{40}$/, 'must be 40 hexadecimal digits'))
      .max(5)
      .optional()
      .describe('Left out, AWS checks the issuer by its certificate authority.'),
    tags,
  })
  .meta({ id: 'OidcProvider' });

const accountAlias = z
  .strictObject({
    alias: z
      .string()
      .min(3)
      .max(63)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may hold lower-case letters, digits and single hyphens')
      .refine((alias) => !/^\d{12}$/.test(alias), 'may not look like an account id'),
    adopt: z.boolean().default(false).describe('Allows the alias that is there to be replaced.'),
  })
  .meta({ id: 'AccountAlias' });

const passwordPolicy = z
  .strictObject({
    minimumLength: z.number().int().min(6).max(128).default(14),
    requireSymbols: z.boolean().default(true),
    requireNumbers: z.boolean().default(true),
    requireUppercase: z.boolean().default(true),
    requireLowercase: z.boolean().default(true),
    allowUsersToChange: z.boolean().default(true),
    maxAge: z.number().int().min(1).max(1095).optional().describe('Days.'),
    reusePrevention: z.number().int().min(1).max(24).optional(),
    hardExpiry: z.boolean().default(false),
    adopt: z.boolean().default(false).describe('Allows the policy that is there to be replaced.'),
  })
  .meta({ id: 'PasswordPolicy' });

/** The sections that declare resources; blueprints have the same ones. */
export const resourceSections = {
  roles: z.record(roleName, role).default({}),
  policies: z.record(policyName, policy).default({}),
  groups: z.record(groupName, group).default({}),
  users: z.record(userName, user).default({}),
  instanceProfiles: z.record(profileName, instanceProfile).default({}),
  serviceLinkedRoles: z
    .record(
      z.string().regex(/^[\w.-]+\.amazonaws\.com(\.cn)?$/, 'must be a service principal'),
      serviceLinkedRole,
    )
    .default({}),
  oidcProviders: z
    .record(
      z.string().regex(/^[\w.-]+(:\d+)?(\/[^\s]*)?$/, 'must be an issuer without "https://"'),
      oidcProvider,
    )
    .default({}),
  accountAlias: accountAlias.optional(),
  passwordPolicy: passwordPolicy.optional(),
};

export const resourceSectionsSchema = z.strictObject(resourceSections);
export type ResourceSections = z.infer<typeof resourceSectionsSchema>;

const blueprintUse = z
  .strictObject({
    use: z.string().min(1).describe('Id of the blueprint; `rolecall blueprint list` shows them.'),
    with: z.record(z.string(), z.unknown()).default({}).describe('Its parameters.'),
    includeRetired: z
      .boolean()
      .default(false)
      .describe('Allows a blueprint of a service that AWS has closed.'),
  })
  .meta({ id: 'BlueprintUse' });

const blueprintUses = z
  .record(
    z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'may hold lower-case letters, digits and hyphens'),
    blueprintUse,
  )
  .default({});

/** A file that the root manifest includes: resources, nothing about the account. */
export const fragmentSchema = z.strictObject({ blueprints: blueprintUses, ...resourceSections });

/** `rolecall.yaml`. */
export const manifestSchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this format.'),
    scope: z
      .string()
      .regex(
        /^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/,
        'may hold up to 32 lower-case letters, digits and hyphens',
      )
      .describe('Marks what this manifest owns. Never changes.'),
    account: z
      .string({
        error: ({ input }) =>
          input === undefined ? undefined : 'must be text: put the account id in quotes',
      })
      .regex(/^\d{12}$/, 'must be the 12 digits of an account id')
      .describe('The account this describes; any other is refused.'),
    partition: z
      .enum([
        'aws',
        'aws-cn',
        'aws-us-gov',
        'aws-eusc',
        'aws-iso',
        'aws-iso-b',
        'aws-iso-e',
        'aws-iso-f',
      ])
      .default('aws'),
    include: z.array(z.string().min(1)).default([]).describe('Further files, as glob patterns.'),
    prune: z
      .strictObject({
        enabled: z.boolean().default(true),
        maxDeletes: z.number().int().min(0).default(5),
      })
      .optional()
      .describe('Delete what this scope owns and no longer declares.'),
    ignoreTags: z
      .array(z.string().min(1))
      .default([])
      .describe('Tag keys (with * and ?) that others set on our resources and that stay.'),
    checks: checkSettingsSchema.prefault({}),
    blueprints: blueprintUses,
    ...resourceSections,
  })
  .meta({ id: 'Manifest', title: 'Rolecall manifest' });

export type ManifestDocument = z.infer<typeof manifestSchema>;
export type BlueprintUse = z.infer<typeof blueprintUse>;
