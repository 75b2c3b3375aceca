import type { Json, PolicyDocument } from '@rolecall/policy';
import { z } from 'zod';

const oneOrMany = z.union([z.string(), z.array(z.string()).readonly()]);
const principal = z.union([z.string(), z.record(z.string(), oneOrMany)]);

export const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(jsonSchema).readonly(),
    z.record(z.string(), jsonSchema),
  ]),
);

const statement = z.looseObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: principal.optional(),
  NotPrincipal: principal.optional(),
  Action: oneOrMany.optional(),
  NotAction: oneOrMany.optional(),
  Resource: oneOrMany.optional(),
  NotResource: oneOrMany.optional(),
  Condition: z.record(z.string(), z.record(z.string(), jsonSchema)).optional(),
});

/** Reads a policy document; elements it does not know are kept as they are. */
export const policyDocumentSchema: z.ZodType<PolicyDocument> = z.looseObject({
  Version: z.string().optional(),
  Id: z.string().optional(),
  Statement: z.union([statement, z.array(statement).min(1).readonly()]),
});
