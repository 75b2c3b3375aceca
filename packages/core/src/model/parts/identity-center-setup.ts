import { z } from 'zod';
import { policyDocumentSchema } from '../policy-schema.ts';

const permissionSet = z.object({
  arn: z.string(),
  name: z.string(),
  description: z.string().optional(),
  /** Seconds. */
  sessionSeconds: z.number().int(),
  relayState: z.string().optional(),
  tags: z.record(z.string(), z.string()),
  /** ARNs of AWS-managed policies. */
  managedPolicies: z.array(z.string()).readonly(),
  /**
   * What reading takes more calls for; absent of sets that are neither declared, nor marked as
   * somebody's, nor an administrator's.
   */
  details: z
    .object({
      /** Path and name: `/team/Read`. */
      customerPolicies: z.array(z.string()).readonly(),
      inlinePolicy: policyDocumentSchema.optional(),
      /** ARN, or path and name. */
      permissionsBoundary: z.string().optional(),
      /** Ids of the accounts that have its role. */
      accounts: z.array(z.string()).readonly(),
      /** Those of them whose role is still what the set was before. */
      outdated: z.array(z.string()).readonly(),
    })
    .optional(),
});

const group = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  /** Whether another directory keeps it. */
  external: z.boolean(),
  /** User names, or ids of users that are gone; absent where nobody asked. */
  members: z.array(z.string()).readonly().optional(),
});

const user = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string().optional(),
  external: z.boolean(),
  /** Absent where the API does not tell. */
  enabled: z.boolean().optional(),
});

const assignment = z.object({
  account: z.string(),
  /** Name. */
  permissionSet: z.string(),
  principalType: z.enum(['GROUP', 'USER']),
  /** Display name of the group, or user name; its id where it is gone. */
  principal: z.string(),
  /** Absent of what a plan has yet to make. */
  principalId: z.string().optional(),
});

const unreadAssignments = z.object({
  account: z.string(),
  /** Name. */
  permissionSet: z.string(),
  message: z.string(),
});

/**
 * The instance of Identity Center that this account manages and what planning needs of it; `null`
 * where it manages none.
 */
export const identityCenterSetup = z
  .object({
    instance: z.object({
      arn: z.string(),
      identityStoreId: z.string(),
      /** In which it is administered. */
      region: z.string(),
    }),
    permissionSets: z.array(permissionSet).readonly(),
    groups: z.array(group).readonly(),
    users: z.array(user).readonly(),
    /** Of the permission sets with details, in every account. */
    assignments: z.array(assignment).readonly(),
    /** Where AWS does not find what it named itself, as an account that has left: none is known. */
    unreadAssignments: z.array(unreadAssignments).readonly().optional(),
  })
  .nullable();
