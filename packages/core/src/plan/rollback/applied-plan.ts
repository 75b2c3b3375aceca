import { z } from 'zod';
import { RolecallError } from '../../model/errors.ts';
import { jsonSchema } from '../../model/policy-schema.ts';
import { resourceTypes } from '../../model/resource.ts';
import { readReviewedPlan } from '../reviewed-plan.ts';

const appliedSchema = z.object({
  planId: z.string(),
  scope: z.string(),
  account: z.string(),
  partition: z.string(),
  changes: z.array(
    z.object({
      resource: z.string(),
      type: z.enum(resourceTypes),
      name: z.string(),
      arn: z.string(),
      address: z.string(),
      departed: z.looseObject({ kind: z.string(), at: z.string().optional() }).optional(),
      operations: z.array(
        z.object({
          facet: z.string(),
          input: z.record(z.string(), z.unknown()),
          before: jsonSchema,
          after: jsonSchema,
          previous: jsonSchema.optional(),
        }),
      ),
    }),
  ),
});

/** A plan that was carried out, whole or in part: what it changed, from what to what. */
export type AppliedPlan = z.infer<typeof appliedSchema>;
export type AppliedChange = AppliedPlan['changes'][number];

/**
 * Reads a plan file, or a report of applying that holds the plan, for the way back. One that was
 * changed by hand is refused (`PLAN_INVALID`).
 */
export function readAppliedPlan(value: unknown, file: string): AppliedPlan {
  const plan = planIn(value);
  readReviewedPlan(plan, file);
  const parsed = appliedSchema.safeParse(plan);
  if (parsed.success) return parsed.data;
  throw new RolecallError('PLAN_INVALID', `${file} does not tell what it changed.`, {
    hint: 'Name the file of `rolecall plan --out`, or of `rolecall apply --report`.',
    cause: parsed.error,
  });
}

function planIn(value: unknown): unknown {
  const isReport = typeof value === 'object' && value !== null && 'plan' in value;
  return isReport ? value.plan : value;
}
