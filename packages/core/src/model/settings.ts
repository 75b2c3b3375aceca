import { z } from 'zod';

/** Name by its kind, since a user and a role may share one, or ARN; names are case-sensitive here. */
export const emergencyPrincipalSchema = z
  .string()
  .regex(
    /^(?:arn:aws[a-z-]*:iam::\d{12}:(?:user|role|group)\/(?:[!-.0-~]+\/)*|(?:user|role|group)\/)[\w+=,.@-]+$/,
    'Write user/NAME, role/NAME, group/NAME or a full ARN: a name alone may be that of several.',
  );

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
  requiredUserTags: z.array(z.string()).default([]),
  requiredRoleTags: z.array(z.string()).default([]),
});

export type CheckSettings = z.infer<typeof checkSettingsSchema>;

export const defaultCheckSettings: CheckSettings = checkSettingsSchema.parse({});
