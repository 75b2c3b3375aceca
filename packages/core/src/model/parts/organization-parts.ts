import { z } from 'zod';
import { instant } from './instant.ts';
import { part } from './part-schema.ts';

export const organizationParts = {
  /** `null` where the account is in no organization. */
  organization: z
    .object({ id: z.string(), managementAccountId: z.string(), featureSet: z.string() })
    .nullable(),
  /** This and what follows: `null` where the account is neither management account nor a delegate. */
  organizationAccounts: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** As AWS names it: ACTIVE, SUSPENDED, PENDING_CLOSURE … */
        status: z.string(),
      }),
    )
    .readonly()
    .nullable(),
  /** Policies of the organization that are attached somewhere. */
  organizationPolicies: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** As AWS names it: SERVICE_CONTROL_POLICY, RESOURCE_CONTROL_POLICY, DECLARATIVE_POLICY_EC2 … */
        type: z.string(),
        awsManaged: z.boolean(),
        targets: z.array(z.object({ id: z.string(), type: z.string() })).readonly(),
      }),
    )
    .readonly()
    .nullable(),
  delegatedAdministrators: z
    .array(
      z.object({
        account: z.string(),
        /** Service principals. */
        services: z.array(z.string()).readonly(),
      }),
    )
    .readonly()
    .nullable(),
  /** Invitations and the like that this account has not answered. */
  openHandshakes: z
    .array(z.object({ id: z.string(), action: z.string(), expiresAt: instant.optional() }))
    .readonly(),
  /** Member account → GetAccountSummary of it through AssumeRoot; only when asked for. */
  memberRootSummaries: z.record(z.string(), part(z.record(z.string(), z.number()))).nullable(),
} as const;
