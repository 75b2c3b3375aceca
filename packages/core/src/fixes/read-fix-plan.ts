import { canonicalJson } from '@rolecall/policy';
import { z } from 'zod';
import { RolecallError } from '../model/errors.ts';
import { jsonSchema } from '../model/policy-schema.ts';
import { type CheckSettings, checkSettingsSchema } from '../model/settings.ts';
import { callFor } from './call-for.ts';
import {
  type FixOperation,
  fixPlanIdOf,
  fixPlanSchemaVersion,
  toFixOperation,
} from './fix-plan.ts';
import { fixTargetSchema } from './fix-target.ts';
import { stateWithAudience } from './trust-audience.ts';

const operationSchema = z.looseObject({
  id: z.string(),
  subject: z.string(),
  target: fixTargetSchema,
  call: z.looseObject({ action: z.string() }),
  before: jsonSchema,
  after: jsonSchema,
  provided: z.array(z.strictObject({ target: fixTargetSchema, state: jsonSchema })).readonly(),
  cautions: z.array(z.string()).readonly(),
  findings: z.array(z.string()).readonly(),
  waitsFor: z.array(z.string()).readonly(),
});

const planSchema = z.looseObject({
  kind: z.literal('fix-plan'),
  schemaVersion: z.literal(fixPlanSchemaVersion),
  planId: z.string(),
  account: z.string().regex(/^\d{12}$/),
  partition: z.string(),
  settings: checkSettingsSchema,
  operations: z.array(operationSchema),
});

/** What is kept of a fix plan: what it does. */
export interface KeptFixPlan {
  readonly planId: string;
  readonly account: string;
  readonly partition: string;
  readonly settings: CheckSettings;
  readonly operations: readonly FixOperation[];
}

/** Whether a file says of itself that it is a fix plan. */
export function isFixPlan(value: unknown): boolean {
  return z.looseObject({ kind: z.literal('fix-plan') }).safeParse(value).success;
}

/**
 * Reads a fix plan back. The calls of the file are not believed: each is made again from what it
 * changes, so that a file can ask for nothing but fixes; one that says otherwise is refused.
 */
export function readFixPlan(value: unknown, file: string): KeptFixPlan {
  const parsed = planSchema.safeParse(value);
  if (!parsed.success) {
    throw new RolecallError('PLAN_INVALID', `${file} is no fix plan of this version of Rolecall.`, {
      hint: 'Make it with `rolecall check --fix-plan fixes.json`.',
      cause: parsed.error,
    });
  }
  const { planId, account, partition, settings } = parsed.data;
  const operations = parsed.data.operations.map((kept) => readOperation(kept, file));
  const plan = { planId, account, partition, settings, operations };
  if (planId !== fixPlanIdOf(plan)) throw changed(file);
  return plan;
}

function readOperation(kept: z.infer<typeof operationSchema>, file: string): FixOperation {
  const { subject, target, before, after, provided, cautions, findings, waitsFor } = kept;
  const call = callFor(target, after);
  if (call === undefined || canonicalJson(call) !== canonicalJson(kept.call)) throw changed(file);
  if (target.kind === 'role-trust') {
    const wanted = stateWithAudience(before, target);
    if (wanted === undefined || canonicalJson(wanted) !== canonicalJson(after)) throw changed(file);
  }
  return toFixOperation({
    subject,
    target,
    call,
    before,
    after,
    provided,
    cautions,
    findings,
    waitsFor,
  });
}

function changed(file: string): RolecallError {
  return new RolecallError('PLAN_INVALID', `${file} was changed after it was made.`, {
    hint: 'Make it again with `rolecall check --fix-plan fixes.json`.',
  });
}
