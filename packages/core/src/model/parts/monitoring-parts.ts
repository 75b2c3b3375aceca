import { z } from 'zod';
import { jsonSchema } from '../policy-schema.ts';
import { regional } from './part-schema.ts';

/** What tells somebody when something happens; only when asked for. */
export const monitoringParts = {
  /** Metric filters on the log groups of trails. */
  metricFilters: regional(
    z
      .array(
        z.object({
          name: z.string(),
          logGroup: z.string(),
          pattern: z.string(),
          /** `namespace/name` of each metric it feeds. */
          metrics: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
  ),
  alarms: regional(
    z
      .array(
        z.object({
          name: z.string(),
          /** `namespace/name`; absent for composite and expression alarms. */
          metric: z.string().optional(),
          /** ARNs of what it tells. */
          actions: z.array(z.string()).readonly(),
          actionsEnabled: z.boolean(),
        }),
      )
      .readonly(),
  ),
  /** Rules of the default event bus that wait for events; those of a schedule alone are left out. */
  eventRules: regional(
    z
      .array(
        z.object({
          name: z.string(),
          arn: z.string(),
          enabled: z.boolean(),
          pattern: jsonSchema.optional(),
          /** ARNs. */
          targets: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
  ),
  /** Topic ARN → how many confirmed subscriptions it has, for topics that alarms tell. */
  topicSubscriptions: regional(z.record(z.string(), z.number().int())),
} as const;
