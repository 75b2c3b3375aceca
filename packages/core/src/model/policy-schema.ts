import type { Json, PolicyDocument } from '@rolecall/policy';
import { z } from 'zod';
import { identityFaults } from './documents/identity-faults.ts';
import type { DocumentFault } from './documents/statement-faults.ts';
import { trustFaults } from './documents/trust-faults.ts';

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

const statementShape = {
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: principal.optional(),
  NotPrincipal: principal.optional(),
  Action: oneOrMany.optional(),
  NotAction: oneOrMany.optional(),
  Resource: oneOrMany.optional(),
  NotResource: oneOrMany.optional(),
  Condition: z.record(z.string(), z.record(z.string(), jsonSchema)).optional(),
};

const liveStatement = z.looseObject(statementShape);

/** Reads a document that AWS has taken; elements it does not know are kept as they are. */
export const policyDocumentSchema: z.ZodType<PolicyDocument> = z.looseObject({
  Version: z.string().optional(),
  Id: z.string().optional(),
  Statement: z.union([liveStatement, z.array(liveStatement).readonly()]),
});

const conditionValue = z.union([
  z.string(),
  z.boolean(),
  z.number(),
  z.array(z.union([z.string(), z.boolean(), z.number()])).readonly(),
]);

const declaredStatement = z.strictObject({
  ...statementShape,
  Condition: z.record(z.string(), z.record(z.string(), conditionValue)).optional(),
});

/** Reads a document that a person wrote. */
const declaredDocument = z.strictObject({
  Version: z.enum(['2012-10-17', '2008-10-17']).default('2012-10-17'),
  Id: z.string().optional(),
  Statement: z.union([declaredStatement, z.array(declaredStatement).min(1).readonly()]),
});

type Faults = (document: PolicyDocument) => readonly DocumentFault[];

const refusing = (faults: Faults) => (document: PolicyDocument, context: z.RefinementCtx) => {
  for (const { path, message } of faults(document)) {
    context.addIssue({ code: 'custom', path: [...path], message });
  }
};

/** A policy of a role, user, group or permission set; what IAM would not take is refused here. */
export const declaredPolicySchema = declaredDocument
  .superRefine(refusing(identityFaults))
  .meta({ id: 'PolicyDocument' });

/** The same of who may assume a role. */
export const declaredTrustSchema = declaredDocument
  .superRefine(refusing(trustFaults))
  .meta({ id: 'TrustPolicy' });
