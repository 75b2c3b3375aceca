import type { PolicyDocument } from '@rolecall/policy';
import { z } from 'zod';
import type { Adopting, Declared } from '../declared.ts';
import { lifeMembers } from '../life-schema.ts';
import { declaredPolicySchema } from '../policy-schema.ts';
import type { Tags } from '../snapshot.ts';
import { tagsSchema } from '../tags-schema.ts';

interface PermissionSetPolicies {
  /** ARNs of AWS-managed policies. */
  readonly managedPolicies: readonly string[];
  /** Path and name of policies that each account has to have: `/team/Read`. */
  readonly customerPolicies: readonly string[];
  readonly inlinePolicy: PolicyDocument | undefined;
  /** ARN of an AWS-managed policy, or path and name of one that each account has to have. */
  readonly permissionsBoundary: string | undefined;
}

export interface DesiredPermissionSet extends Declared, Adopting, PermissionSetPolicies {
  readonly type: 'permission-set';
  readonly description: string | undefined;
  /** As ISO 8601 has it: `PT1H`. */
  readonly sessionDuration: string;
  readonly relayState: string | undefined;
  /** Whether policies attached beyond the declaration are taken away. */
  readonly exclusive: boolean;
  readonly tags: Tags;
}

export interface LivePermissionSet extends PermissionSetPolicies {
  readonly type: 'permission-set';
  readonly name: string;
  readonly arn: string;
  readonly description: string | undefined;
  /** Seconds. */
  readonly sessionSeconds: number;
  readonly relayState: string | undefined;
  readonly tags: Tags;
  /** Ids of the accounts that have its role. */
  readonly accounts: readonly string[];
  /** Those of them whose role is still what the set was before. */
  readonly outdated: readonly string[];
}

/** Source: IAM Identity Center API Reference (botocore 1.43.11). */
export const permissionSetName = z
  .string()
  .min(1)
  .max(32, 'is longer than the 32 characters that Identity Center allows for a permission set')
  .regex(/^[\w+=,.@-]+$/, 'may hold letters, digits and + = , . @ _ - only');

/** From one hour to twelve; source: IAM Identity Center User Guide, "Set session duration". */
const sessionDuration = z
  .string()
  .regex(
    /^PT(?:(?:[1-9]|1[01])H(?:[1-5]?\dM)?|12H|(?:[6-9]\d|[1-6]\d\d|7[01]\d|720)M)$/,
    'must be a time from one hour to twelve, as PT1H, PT90M or PT12H',
  )
  .default('PT1H')
  .describe('How long a session lasts, from PT1H to PT12H.');

export const permissionSet = z
  .strictObject({
    description: z
      .string()
      .min(1)
      .max(700)
      .regex(/^[\t\n\r\x20-\x7E\u00A1-\u00FF]*$/, 'holds a character that AWS does not take here')
      .optional()
      .describe('Left out, the one that is there stays: AWS cannot take one away.'),
    sessionDuration,
    relayState: z
      .string()
      .min(1)
      .max(240)
      .regex(/^[\w&$@#\\/%?=~'"|!:,.;*+[\] (){}-]+$/, 'holds a character that AWS does not take')
      .optional()
      .describe('Where people land; left out, the one that is there stays.'),
    managedPolicies: z
      .array(z.string().min(1))
      .default([])
      .describe(
        'AWS-managed policies by name, or ARNs. Declared policies, and ARNs of this account, are attached by path and name: every account that is assigned needs one of that name.',
      ),
    customerPolicies: z
      .array(
        z.string().regex(/^\/([\w.,+@=-]+\/)*[\w+=,.@-]{1,128}$/, 'must be /path/Name or /Name'),
      )
      .default([])
      .describe('Path and name of policies that every account which is assigned has: /team/Read.'),
    inlinePolicy: declaredPolicySchema.optional(),
    permissionsBoundary: z
      .string()
      .min(1)
      .optional()
      .describe('Name of an AWS-managed or declared policy, an ARN, or /path/Name.'),
    exclusive: z
      .boolean()
      .default(true)
      .describe('Whether policies attached beyond the declaration are taken away.'),
    tags: tagsSchema,
    adopt: z
      .boolean()
      .default(false)
      .describe('Allows one that is there and belongs to no scope to be taken over.'),
    ...lifeMembers,
  })
  .meta({ id: 'PermissionSet' });
