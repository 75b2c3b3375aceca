import { z } from 'zod';
import { severities } from '../model/finding.ts';

/** Limits that a control sets itself, whatever the settings of Rolecall are by default. */
const thresholdsSchema = z.strictObject({
  credentialUnusedDays: z.number().int().positive().optional(),
  accessKeyMaxAgeDays: z.number().int().positive().optional(),
  passwordMinimumLength: z.number().int().positive().optional(),
  passwordReusePrevention: z.number().int().positive().optional(),
  passwordMaxAgeDays: z.number().int().positive().optional(),
  forbidLongLivedKeys: z.boolean().optional(),
});

export type Thresholds = z.infer<typeof thresholdsSchema>;
export type ThresholdName = keyof Thresholds;

const automationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('checks'),
    /** All of these have to pass. */
    checks: z.array(z.string()).min(1),
    settings: thresholdsSchema.default({}),
    /** What the checks do not see: then only a person can say that the control is met. */
    remainder: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('manual'), words: z.string() }),
  z.strictObject({ kind: z.literal('not-automatable'), why: z.string() }),
  /** A number of the framework of which nothing more is known here. */
  z.strictObject({ kind: z.literal('unmapped'), why: z.string() }),
]);

const controlSchema = z.strictObject({
  /** The framework's number, e.g. `2.1.1` or `IAM.22`. */
  id: z.string(),
  /** In our own words: the text of the benchmarks is not ours to copy. */
  title: z.string(),
  /** Profile level of a CIS benchmark. */
  level: z.union([z.literal(1), z.literal(2)]).optional(),
  /** As the framework rates it; not the severity of our checks. */
  severity: z.enum(severities).optional(),
  automation: automationSchema,
  /** Where our checks and the framework do not mean quite the same. */
  note: z.string().optional(),
});

const frameworkSchema = z.strictObject({
  /** Also the name of its profile. */
  name: z.string(),
  title: z.string(),
  version: z.string(),
  /** The day of the facts. */
  asOf: z.iso.date(),
  source: z.url(),
  /** Which part of the framework the file covers. */
  scope: z.string(),
  controls: z.array(controlSchema).min(1),
});

export type Framework = z.infer<typeof frameworkSchema>;
export type Control = Framework['controls'][number];
export type Automation = Control['automation'];

/** Reads one file of `data/compliance`; throws where it does not have this shape. */
export function readFramework(data: unknown): Framework {
  return frameworkSchema.parse(data);
}
