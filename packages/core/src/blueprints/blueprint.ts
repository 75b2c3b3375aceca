import { z } from 'zod';
import { jsonSchema } from '../model/policy-schema.ts';

const common = {
  description: z.string().min(1),
  example: jsonSchema.optional(),
  /** May be left out though it has no default; what stands on it is then left out, too. */
  optional: z.boolean().optional(),
};

export const textKindSchema = z.enum([
  'text',
  'name',
  'account-id',
  'arn',
  /** ARN of an IAM role of this account. */
  'role-arn',
  /** ARN of an IAM user or role of this account, or of its root, as a trust policy names them. */
  'principal-arn',
  /** Name of an AWS-managed or declared policy, or the ARN of one that this account can attach. */
  'managed-policy',
  'region',
  'pattern',
]);

export type TextKind = z.infer<typeof textKindSchema>;

const guardSchema = z.strictObject({
  /** Regular expression of whole values, whatever their case, that need somebody's word. */
  values: z.string(),
  /** Boolean parameter that gives it. */
  unless: z.string(),
});

export type Guard = z.infer<typeof guardSchema>;

/**
 * A parameter of a blueprint. Text refuses `*`, `?` and `${`, so that nobody widens a policy by a
 * value; only a `pattern` takes them.
 */
export const parameterSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: textKindSchema,
    ...common,
    default: z.string().optional(),
    /** Regular expression that the whole value matches. */
    matches: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('list'),
    items: textKindSchema,
    ...common,
    default: z.array(z.string()).optional(),
    minItems: z.number().int().optional(),
    matches: z.string().optional(),
    guard: guardSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('choice'),
    options: z.array(z.string()).min(1),
    ...common,
    default: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('integer'),
    ...common,
    default: z.number().int().optional(),
    minimum: z.number().int().optional(),
    maximum: z.number().int().optional(),
  }),
  z.strictObject({ type: z.literal('boolean'), ...common, default: z.boolean().optional() }),
]);

/** What people look for, in the order of lists. */
export const topicSchema = z.enum([
  'people',
  'deployment',
  'workloads',
  'containers',
  'data',
  'operations',
]);

export type Topic = z.infer<typeof topicSchema>;

/**
 * A parametrised set of IAM resources for one purpose, as data. In `resources` (sections, names and
 * fields as in a manifest) and in companions:
 *
 * - `{{name}}` in any text or key is a parameter, or `account`, `partition`, `scope`. A text that is
 *   one placeholder becomes the value; a text in a list that holds a list becomes one text a member.
 * - `{{arn:{type}/{name}}}` is the ARN of a resource declared beside it, filled in when all are
 *   known. Its name may be a parameter: `{{arn:user/$userName}}`.
 * - Any object with `when` exists only where that holds: `name` (true, or given, or a list that is
 *   not empty), `!name`, `name=value`. `{ "when": …, "value": … }` is the value.
 * - A key or member that is `{{name}}` of an optional parameter nobody gave is left out.
 */
export const blueprintSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Under which it is listed. */
  topic: topicSchema,
  title: z.string().min(1),
  /** One or two sentences: what it is for and what a person must know. */
  purpose: z.string().min(1),
  /** Key into the lifecycle data where AWS has closed the service. */
  service: z.string().optional(),
  /** Day of the facts it was written from; says nothing about what the sources print today. */
  asOf: z.iso.date(),
  sources: z.array(z.strictObject({ title: z.string(), url: z.url() })).min(1),
  parameters: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), parameterSchema).default({}),
  resources: z.record(z.string(), jsonSchema),
  /** Statements that people or programs need beside it, e.g. to pass the role. */
  companions: z.array(z.strictObject({ purpose: z.string(), statement: jsonSchema })).default([]),
  /** What a person does, or must know, that no API can do. */
  notes: z.array(z.string()).default([]),
});

export type Blueprint = z.infer<typeof blueprintSchema>;
export type BlueprintParameter = z.infer<typeof parameterSchema>;
/** A value that its parameter has accepted. */
export type ParameterValue = string | number | boolean | readonly string[];
export type ParameterValues = ReadonlyMap<string, ParameterValue>;
