import { z } from 'zod';
import { outcomes } from '../model/finding.ts';
import { jsonSchema } from '../model/policy-schema.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

/**
 * What a person does. Any text may hold the facts of `guideFacts`, such as `{{account}}` or
 * `{{portalUrl}}`; they are filled in from the snapshot as far as it tells.
 */
export const instructionsSchema = z.strictObject({
  words: z.string().min(1),
  /** One after the other, in the console. */
  console: z.array(z.string()).default([]),
  /** Commands to copy. */
  cli: z.array(z.string()).default([]),
  /** Lines for a file of the person's own. */
  file: z.strictObject({ path: z.string(), lines: z.array(z.string()).min(1) }).optional(),
  links: z.array(z.strictObject({ title: z.string(), url: z.url() })).default([]),
});

/**
 * What can be seen in an account. Names may hold a parameter of the step's blueprint:
 * `{{userName}}`.
 */
export const signSchema = z.discriminatedUnion('sign', [
  /** A role with all that is said of it; a policy is named by the end of its ARN. */
  z.strictObject({
    sign: z.literal('role'),
    /** Service principal or, of an identity provider, its host. */
    trusts: z.string().optional(),
    policy: z.string().optional(),
    named: z.string().optional(),
  }),
  z.strictObject({ sign: z.literal('linked-role'), service: z.string() }),
  z.strictObject({ sign: z.literal('user'), named: z.string() }),
  z.strictObject({ sign: z.literal('policy'), named: z.string() }),
  z.strictObject({
    sign: z.literal('oidc-provider'),
    url: z.string(),
    audience: z.string(),
  }),
  /** Any user who is administrator, by whatever way, and not kept for emergencies. */
  z.strictObject({ sign: z.literal('administrator-user') }),
  /** Any user kept for emergencies, or called so. */
  z.strictObject({ sign: z.literal('emergency-user'), named: z.string() }),
  z.strictObject({ sign: z.literal('app-runner-service') }),
  z.strictObject({ sign: z.literal('replication-set') }),
  z.strictObject({ sign: z.literal('proton-stack') }),
]);

const checkReference = z.strictObject({
  check: id,
  /** The outcomes with which the step is done. */
  done: z.array(z.enum(outcomes)).default(['pass', 'not-applicable']),
});

/** What makes a check pass that fails, as far as a manifest can. */
const mendingSchema = z.strictObject({
  /** The check, one of the step's. */
  check: id,
  /** Name of the entry in the manifest. */
  entry: id,
  use: id,
  /** Suggested parameters; `{{failing}}` are the regions in which the check fails. */
  with: z.record(z.string(), jsonSchema).default({}),
  /** Optional parameters of the blueprint without which the check goes on failing. */
  asks: z.array(z.string()).default([]),
  /** Only of an account that manages Identity Center. */
  managing: z.boolean().default(false),
});
export type Mending = z.infer<typeof mendingSchema>;

const settledSchema = z.discriminatedUnion('by', [
  /** Done when all of these checks say so; otherwise a plan does a part of it, or a person. */
  z.strictObject({
    by: z.literal('checks'),
    checks: z.array(checkReference).min(1),
    mending: mendingSchema.optional(),
    instructions: instructionsSchema,
  }),
  /** Done when all signs are there; otherwise the blueprint would make them. */
  z.strictObject({
    by: z.literal('blueprint'),
    /** Name of the entry in the manifest. */
    entry: id,
    use: id,
    /** Suggested parameters; `{{arn:STEP}}` is what was seen by another step of the guide. */
    with: z.record(z.string(), jsonSchema).default({}),
    /** What the manifest says beside it, so that our own checks know: settings of checks. */
    emergencyPrincipals: z.array(z.string()).default([]),
    signs: z.array(signSchema).min(1),
    /** The step whose entry makes this too: while that one is missing, this needs none of its own. */
    madeWith: id.optional(),
    /** Whether it is wanted at all is for a person to say: it is planned only when asked for. */
    choice: z.boolean().default(false),
    instructions: instructionsSchema.optional(),
  }),
  /** Done when all of these are there; a person sees to it. */
  z.strictObject({
    by: z.literal('presence'),
    signs: z.array(signSchema).min(1),
    instructions: instructionsSchema,
  }),
  /** Done when none of these is there any more. */
  z.strictObject({
    by: z.literal('absence'),
    signs: z.array(signSchema).min(1),
    instructions: instructionsSchema,
  }),
  /** Done when somebody asks who is not root, whose credentials Rolecall refuses. */
  z.strictObject({ by: z.literal('caller'), instructions: instructionsSchema }),
  /** Done when the account is the one that the settings call the account for operations. */
  z.strictObject({ by: z.literal('operations-account'), instructions: instructionsSchema }),
  z.strictObject({ by: z.literal('person'), instructions: instructionsSchema }),
  /** Nothing to do. */
  z.strictObject({ by: z.literal('inform'), words: z.string().min(1) }),
]);

export const stepSchema = z.strictObject({
  id,
  title: z.string().min(1),
  /** The numbered requirements of the documents that it covers, e.g. `S11`. */
  covers: z.array(z.string().regex(/^[A-Z]\d{1,2}$/)).default([]),
  source: z.strictObject({
    /** Key into the guide's documents. */
    document: z.string(),
    /** Line of the page's Markdown text, or the first and the last. */
    line: z
      .string()
      .regex(/^\d+(-\d+)?$/)
      .optional(),
  }),
  settled: settledSchema,
  /** Steps of the guide that do the same another way: once one is done, this one is not needed. */
  unlessDone: z.array(id).default([]),
  /** What it makes fails a check of ours: which one, and what is stronger. */
  weaker: z
    .strictObject({ check: id, why: z.string(), stronger: z.string(), step: id.optional() })
    .optional(),
});

export const guideSchema = z.strictObject({
  id,
  title: z.string().min(1),
  purpose: z.string().min(1),
  /** Key into the lifecycle data where AWS has closed the service. */
  service: z.string().optional(),
  /** Guide to follow where this one does not apply. */
  successor: z.string().optional(),
  /** Beside service-linked roles: what shows that the account uses the service. */
  evidence: z.array(signSchema).default([]),
  documents: z.record(z.string(), z.strictObject({ title: z.string(), url: z.url() })),
  steps: z.array(stepSchema).min(1),
});

export type Guide = z.infer<typeof guideSchema>;
export type GuideStep = z.infer<typeof stepSchema>;
export type Settled = GuideStep['settled'];
export type BlueprintStep = Extract<Settled, { by: 'blueprint' }>;
export type Instructions = z.infer<typeof instructionsSchema>;
export type Sign = z.infer<typeof signSchema>;

/** The blueprint that a step would use, if it plans anything. */
export function blueprintOfStep(settled: Settled): string | undefined {
  if (settled.by === 'blueprint') return settled.use;
  return settled.by === 'checks' ? settled.mending?.use : undefined;
}
