import { z } from 'zod';
import { instantSchema } from './instant-schema.ts';
import { alternateContacts } from './kinds/alternate-contact.ts';
import { analyzersWith } from './kinds/analyzer.ts';
import { identityCenter } from './kinds/identity-center.ts';
import { protonSettings } from './kinds/proton-settings.ts';
import { samlProvidersWith } from './kinds/saml-provider.ts';
import { enforceSchema, lifeMembers as life } from './life-schema.ts';
import { declaredPolicySchema, declaredTrustSchema } from './policy-schema.ts';
import { revocationPolicyName } from './session-revocation.ts';
import { signInMembers } from './sign-in.ts';
import { tagsSchema as tags } from './tags-schema.ts';

/** Rules of IAM for names and texts; source: IAM API Reference (botocore 1.43.11). */
const path = z
  .string()
  .regex(/^\/([!-~]+\/)?$/, 'must begin and end with "/"')
  .max(512)
  .refine((value) => !/^\/aws-(service-role|reserved)\//.test(value), 'is kept for AWS itself')
  .describe('IAM path; left out, it is /rolecall/{scope}/.');
const description = z
  .string()
  .max(1000)
  .regex(/^[\t\n\r\x20-\x7E\u00A1-\u00FF]*$/, 'holds a character that IAM does not take here');
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

const adopt = z
  .boolean()
  .default(false)
  .describe('Allows one that is there and belongs to no scope to be taken over.');

const role = z
  .strictObject({
    description: description.optional(),
    path: path.optional(),
    trust: declaredTrustSchema.describe('Who may assume the role.'),
    ...grants,
    permissionsBoundary,
    maxSessionDuration: z.number().int().min(3600).max(43200).default(3600).describe('Seconds.'),
    revokeSessionsBefore: instantSchema
      .describe('Denies everything to sessions that were issued before this instant in UTC.')
      .optional(),
    tags,
    adopt,
    ...life,
  })
  .refine(
    ({ revokeSessionsBefore, inlinePolicies }) =>
      revokeSessionsBefore === undefined || !Object.hasOwn(inlinePolicies, revocationPolicyName),
    `has an inline policy ${revocationPolicyName} beside "revokeSessionsBefore", which writes one`,
  )
  .meta({ id: 'Role' });

const policyPath = path.regex(
  /^\/([\w.,+@=-]+\/)*$/,
  'holds a character that paths of policies may not have',
);

const policy = z
  .strictObject({
    description: description.optional().describe('IAM cannot change it later.'),
    path: policyPath.optional(),
    document: z
      .union([
        declaredPolicySchema,
        z.strictObject({
          copyOf: z.string().min(1).describe('An AWS-managed policy whose text now is taken over.'),
        }),
      ])
      .describe('The policy itself, or { copyOf: <AWS-managed policy> }.'),
    tags,
    adopt,
    ...life,
  })
  .meta({ id: 'Policy' });

const group = z
  .strictObject({
    path: path.optional(),
    ...grants,
    adopt: adopt.describe(
      'Manages one that lies elsewhere for as long as this stands here: groups carry no mark.',
    ),
    ...life,
  })
  .meta({ id: 'Group' });

const user = z
  .strictObject({
    path: path.optional(),
    groups: z.array(groupName).default([]),
    ...grants,
    permissionsBoundary,
    tags,
    adopt,
    ...life,
    ...signInMembers,
  })
  .meta({ id: 'User' });

const instanceProfile = z
  .strictObject({ path: path.optional(), role: roleName, tags, adopt, ...life })
  .meta({ id: 'InstanceProfile' });

const serviceLinkedRole = z
  .strictObject({
    customSuffix: z
      .string()
      .min(1)
      .max(64)
      .regex(/^[\w+=,.@-]+$/, 'may hold letters, digits and + = , . @ _ - only')
      .optional(),
    description: description.optional(),
  })
  .meta({ id: 'ServiceLinkedRole' });

const oidcProvider = z
  .strictObject({
    clientIds: z.array(z.string().min(1).max(255)).min(1).max(100).describe('Audiences.'),
    thumbprints: z
      .array(z.string().regex(/^[0-9a-fA-F]{40}$/, 'must be 40 hexadecimal digits'))
      .min(1)
      .max(5)
      .optional()
      .describe('Left out, AWS checks the issuer by its certificate authority.'),
    tags,
    adopt,
    ...life,
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
    enforce: enforceSchema,
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
    enforce: enforceSchema,
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
  alternateContacts,
  protonSettings,
  samlProviders: samlProvidersWith(tags),
  analyzers: analyzersWith(tags),
  identityCenter,
};

export const resourceSectionsSchema = z.strictObject(resourceSections);
export type ResourceSections = z.infer<typeof resourceSectionsSchema>;
