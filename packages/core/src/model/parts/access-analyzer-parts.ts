import { z } from 'zod';
import { instant } from './instant.ts';
import { regional } from './part-schema.ts';

export const accessAnalyzerParts = {
  analyzers: regional(
    z
      .array(
        z.object({
          arn: z.string(),
          name: z.string(),
          /** As AWS names it: ACCOUNT, ORGANIZATION, ACCOUNT_UNUSED_ACCESS … */
          type: z.string(),
          /** As AWS names it: ACTIVE, CREATING, DISABLED, FAILED. */
          status: z.string(),
          /** Days. */
          unusedAccessAge: z.number().int().optional(),
          tags: z.record(z.string(), z.string()),
        }),
      )
      .readonly(),
  ),
  /** Archive rules of every analyzer, by its ARN: rule → property of a finding → what it is. */
  archiveRules: regional(
    z.record(
      z.string(),
      z.record(
        z.string(),
        z.record(
          z.string(),
          z.object({
            eq: z.array(z.string()).optional(),
            neq: z.array(z.string()).optional(),
            contains: z.array(z.string()).optional(),
            exists: z.boolean().optional(),
          }),
        ),
      ),
    ),
  ),
  /** Active findings of every active analyzer, by its ARN. */
  analyzerFindings: regional(
    z.record(
      z.string(),
      z.object({
        /** Finding type, as AWS names it → how many of those read. */
        counts: z.record(z.string(), z.number().int()),
        /** The first of them, at most a hundred. */
        first: z
          .array(z.object({ id: z.string(), type: z.string(), resource: z.string().optional() }))
          .readonly(),
        /** Whether there are more than were read. */
        more: z.boolean(),
      }),
    ),
  ),
  /** The newest job of policy generation in any region; `null` where there was none. */
  policyGenerations: z.object({ status: z.string(), startedAt: instant }).nullable(),
} as const;
