import { z } from 'zod';

/** Name by its kind, since a user and a role may share one, or ARN; names are case-sensitive here. */
export const emergencyPrincipalSchema = z
  .string()
  .regex(
    /^(?:arn:aws[a-z-]*:iam::\d{12}:(?:user|role|group)\/(?:[!-.0-~]+\/)*|(?:user|role|group)\/)[\w+=,.@-]+$/,
    'Write user/NAME, role/NAME, group/NAME or a full ARN: a name alone may be that of several.',
  );

const account = z.string().regex(/^\d{12}$/, 'An account id has twelve digits.');
const accounts = z.array(account).default([]);

/** What a team may set about the checks; every number of days is a whole number of 24 hours. */
export const checkSettingsSchema = z.strictObject({
  emergencyPrincipals: z
    .array(emergencyPrincipalSchema)
    .default([])
    .describe('Users, roles and groups kept for emergencies: user/NAME, role/NAME or an ARN.'),
  rootUnusedDays: z.number().int().positive().default(30),
  credentialUnusedDays: z.number().int().positive().default(45),
  accessKeyMaxAgeDays: z.number().int().positive().default(90),
  inactiveKeyMaxAgeDays: z.number().int().positive().default(30),
  keyRotationGraceDays: z.number().int().positive().default(14),
  userStaleDays: z.number().int().positive().default(90),
  sshKeyMaxAgeDays: z.number().int().positive().default(180),
  serviceCredentialMaxAgeDays: z.number().int().positive().default(90),
  passwordMinimumLength: z.number().int().min(6).max(128).default(14),
  passwordReusePrevention: z.number().int().min(1).max(24).default(24),
  passwordMaxAgeDays: z.number().int().positive().default(90),
  forbidLongLivedKeys: z.boolean().default(false),
  expectedAccounts: accounts.describe('Accounts that the checks are meant for.'),
  trustedAccounts: accounts.describe('Accounts outside the organization that roles may trust.'),
  delegatedAdministrators: accounts.describe('Accounts that may administer services for others.'),
  operationsAccount: account.optional().describe('The account in which operations are managed.'),
  regions: z
    .array(z.string().regex(/^[a-z]{2,4}(?:-[a-z]+)+-\d$/))
    .default([])
    .describe('Look in these regions only; otherwise in all that are enabled.'),
  roleUnusedDays: z.number().int().positive().default(90),
  policyUnattachedDays: z.number().int().positive().default(30),
  expiryWarningDays: z.number().int().positive().default(30),
  emergencyRoutineDays: z.number().int().positive().default(7),
  emergencyDrillDays: z.number().int().positive().default(365),
  quotaWarnPercent: z.number().int().min(1).max(100).default(80),
  permissionSetMaxHours: z.number().int().min(1).max(12).default(12),
  personalEmails: z
    .array(z.email())
    .default([])
    .describe('Addresses of single people, which no contact of the account should be.'),
  requiredUserTags: z.array(z.string()).default([]),
  requiredRoleTags: z.array(z.string()).default([]),
});

export type CheckSettings = z.infer<typeof checkSettingsSchema>;

export const defaultCheckSettings: CheckSettings = checkSettingsSchema.parse({});
