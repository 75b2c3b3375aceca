import { z } from 'zod';
import { document, region } from './common.ts';

/** `namespace/name`. */
const metric = z.string().regex(/^.+\/[^/]+$/);

export const metricFilters = z
  .array(
    z.strictObject({
      name: z.string(),
      region,
      logGroup: z.string(),
      pattern: z.string(),
      metrics: z.array(metric).min(1),
    }),
  )
  .default([]);

/** An ARN, or the name of a topic in the same Region. */
const told = z.array(z.string()).default([]);

export const alarms = z
  .array(
    z
      .strictObject({
        name: z.string(),
        region,
        metric: metric.optional(),
        /** Over an expression of several metrics. */
        expression: z.string().optional(),
        /** Over other alarms. */
        rule: z.string().optional(),
        actions: told,
        actionsEnabled: z.boolean().default(true),
      })
      .refine(
        ({ metric: one, expression, rule }) =>
          [one, expression, rule].filter((given) => given !== undefined).length === 1,
        { error: 'give one of metric, expression and rule' },
      ),
  )
  .default([]);

export const eventRules = z
  .array(
    z.strictObject({
      name: z.string(),
      region,
      bus: z.string().default('default'),
      enabled: z.boolean().default(true),
      pattern: document.optional(),
      schedule: z.string().optional(),
      targets: told,
    }),
  )
  .default([]);

export const topics = z
  .array(
    z.strictObject({
      name: z.string(),
      region,
      subscriptions: z
        .array(
          z.strictObject({
            protocol: z.string().default('email'),
            endpoint: z.string(),
            confirmed: z.boolean().default(true),
          }),
        )
        .default([]),
    }),
  )
  .default([]);
