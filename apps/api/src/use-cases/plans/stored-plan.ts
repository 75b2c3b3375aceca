import type { Schema } from '@rolecall/contract';
import type { Plan as Planned } from '@rolecall/core';
import { z } from 'zod';
import type { PlanRecord } from '../../model/records.ts';

type Plan = Schema<'Plan'>;

/** Written by this service, and not changed since: enough of it is looked at to know what it is. */
const plan = z.custom<Plan>(
  (value) =>
    z.looseObject({ planId: z.string(), changes: z.array(z.unknown()) }).safeParse(value).success,
);
const review = z.object({
  /** Of a plan that was made before this was asked, nobody knows. */
  grantsMore: z.boolean().default(true),
  risks: z.array(
    z.object({
      kind: z.string(),
      severity: z.enum(['info', 'low', 'medium', 'high', 'critical']),
      text: z.string(),
    }),
  ),
  refusals: z.array(z.object({ rule: z.string(), message: z.string(), hint: z.string() })),
});

const planned = z.custom<Planned>((value) => plan.safeParse(value).success);

/** As core made it. */
export function readPlanned(record: Pick<PlanRecord, 'plan'>): Planned {
  return planned.parse(record.plan);
}

export function readPlan(record: Pick<PlanRecord, 'plan'>): Plan {
  return plan.parse(record.plan);
}

export function readReview(record: Pick<PlanRecord, 'review'>): z.output<typeof review> {
  return review.parse(record.review ?? { risks: [], refusals: [] });
}
