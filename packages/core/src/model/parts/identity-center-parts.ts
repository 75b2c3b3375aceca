import { z } from 'zod';
import { policyDocumentSchema } from '../policy-schema.ts';
import { identityCenterSetup } from './identity-center-setup.ts';
import { instant } from './instant.ts';
import { part, regional } from './part-schema.ts';

const assignment = z.object({
  principalType: z.enum(['USER', 'GROUP']),
  principalId: z.string(),
  /** User name or display name of the group. */
  principalName: z.string().optional(),
  /** Of a group, how many members it has. */
  memberCount: z.number().int().optional(),
  /** Of a user: whether it may sign in; absent where the API does not tell. */
  enabled: z.boolean().optional(),
});

export const identityCenterParts = {
  identityCenterInstances: regional(
    z
      .array(
        z.object({
          arn: z.string(),
          identityStoreId: z.string(),
          ownerAccount: z.string(),
          /** As AWS names it: ACTIVE, CREATE_IN_PROGRESS, DELETE_IN_PROGRESS … */
          status: z.string(),
          createdAt: instant.optional(),
          /** AWS_OWNED_KMS_KEY or CUSTOMER_MANAGED_KEY, where the API tells. */
          keyType: z.string().optional(),
        }),
      )
      .readonly(),
  ),
  /**
   * Permission sets that are provisioned in this account; `null` where this account may not see the
   * instance (members may not).
   */
  permissionSets: z
    .array(
      z.object({
        arn: z.string(),
        name: z.string(),
        region: z.string(),
        /** Seconds. */
        sessionSeconds: z.number().int(),
        managedPolicyArns: z.array(z.string()).readonly(),
        customerPolicyNames: z.array(z.string()).readonly(),
        inlinePolicy: policyDocumentSchema.optional(),
        boundary: z.string().optional(),
        /** To this account. */
        assignments: part(z.array(assignment).readonly()),
      }),
    )
    .readonly()
    .nullable(),
  identityCenterSetup,
} as const;
