import { z } from 'zod';

const names = z.array(z.string()).readonly();
const risk = z.enum(['none', 'info', 'low', 'medium', 'high', 'critical']);

export const approvalRule = z.strictObject({
  id: z.string(),
  when: z.strictObject({
    blueprints: names.exactOptional(),
    accounts: names.exactOptional(),
    environments: names.exactOptional(),
    maxRisk: risk.exactOptional(),
    maxDurationSeconds: z.int().exactOptional(),
  }),
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('automatic') }),
    z.strictObject({ kind: z.literal('people'), approvers: names, needed: z.int() }),
    z.strictObject({ kind: z.literal('refuse'), why: z.string() }),
  ]),
});

export const eligibilityRule = z.strictObject({
  id: z.string(),
  who: names,
  blueprints: names,
  accounts: names,
  maxDurationSeconds: z.int(),
  emergency: z.boolean(),
});

export const mappedPrincipal = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('role-session'),
    roleArn: z.string(),
    sessionName: z.string(),
    sourceIdentity: z.string().exactOptional(),
  }),
  z.strictObject({
    kind: z.enum(['role', 'user']),
    arn: z.string(),
    requireMfa: z.boolean().exactOptional(),
  }),
]);

/** A change of the rules, whole: what is there afterwards. */
export const ruleEdit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('approval-rules'), rules: z.array(approvalRule).readonly() }),
  z.strictObject({
    kind: z.literal('eligibility-rules'),
    rules: z.array(eligibilityRule).readonly(),
  }),
  z.strictObject({ kind: z.literal('guardrails'), text: z.string() }),
  z.strictObject({
    kind: z.literal('principal-mapping'),
    subject: z.string(),
    accountId: z.string(),
    /** `null` takes it away. */
    principal: mappedPrincipal.nullable(),
  }),
]);

export type RuleEdit = z.output<typeof ruleEdit>;

/** Path of what it changes. */
export function targetOf(edit: RuleEdit): string {
  return edit.kind === 'principal-mapping'
    ? `/v1/principal-mappings/${encodeURIComponent(edit.subject)}/${edit.accountId}`
    : `/v1/${edit.kind}`;
}

/** The body that a client would send for it; `null` for a removal. */
export function bodyOf(edit: RuleEdit): unknown {
  switch (edit.kind) {
    case 'approval-rules':
    case 'eligibility-rules':
      return { rules: edit.rules };
    case 'guardrails':
      return { text: edit.text };
    case 'principal-mapping':
      return edit.principal === null ? null : { principal: edit.principal };
    default:
      return edit satisfies never;
  }
}
