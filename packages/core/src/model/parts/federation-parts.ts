import { z } from 'zod';
import { instant } from './instant.ts';

export const federationParts = {
  /** What SAML providers were given, by their ARN. */
  samlMetadata: z.record(
    z.string(),
    z.object({
      /** XML. */
      metadata: z.string(),
      tags: z.record(z.string(), z.string()),
    }),
  ),
  /** Requests for temporary delegation that nobody answered yet. */
  delegationRequests: z
    .array(
      z.object({
        id: z.string(),
        state: z.string(),
        requester: z.string().optional(),
        createdAt: instant.optional(),
      }),
    )
    .readonly(),
  /** Whether the account's principals can get web identity tokens for others. */
  outboundFederation: z.object({ enabled: z.boolean(), issuer: z.string().optional() }),
} as const;
