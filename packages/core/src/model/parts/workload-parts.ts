import { z } from 'zod';
import { instant } from './instant.ts';
import { part, regional } from './part-schema.ts';

/** What runs in the account, as far as it concerns IAM; only when asked for. */
export const workloadParts = {
  instances: regional(
    z
      .array(
        z.object({
          id: z.string(),
          arn: z.string(),
          /** As AWS names it: running, stopped … */
          state: z.string(),
          instanceProfileArn: z.string().optional(),
        }),
      )
      .readonly(),
  ),
  /** ARN of a user or role → the services it may use, with the last use AWS saw. */
  serviceLastAccessed: z.record(
    z.string(),
    part(
      z
        .array(z.object({ service: z.string(), name: z.string(), lastUsedAt: instant.optional() }))
        .readonly(),
    ),
  ),
  /** Only of the regions in which AWS offers App Runner. */
  appRunnerServices: regional(
    z.array(z.object({ name: z.string(), arn: z.string(), status: z.string() })).readonly(),
  ),
  /** Replication sets of Incident Manager; AWS allows one an account. */
  replicationSets: z
    .array(
      z.object({
        arn: z.string(),
        status: z.string(),
        deletionProtected: z.boolean(),
        /** Region → status. */
        regions: z.record(z.string(), z.string()),
      }),
    )
    .readonly(),
  /** CloudFormation stacks that Proton made, with the role they are updated by. */
  protonStacks: regional(
    z
      .array(z.object({ name: z.string(), status: z.string(), roleArn: z.string().optional() }))
      .readonly(),
  ),
  /** The account's settings of Proton: ARNs of roles, empty where none is set. */
  protonSettings: regional(
    z.object({ pipelineServiceRole: z.string(), pipelineCodebuildRole: z.string() }),
  ),
} as const;
