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

const registeredAccount = z.strictObject({
  name: z.string(),
  access: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('role'), roleArn: z.string() }),
    z.strictObject({ kind: z.literal('sandbox'), scenario: z.string() }),
  ]),
  environment: z.string(),
  owner: z.string(),
  scope: z.string(),
});

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
  /** What rules go by. */
  z.strictObject({
    kind: z.literal('account'),
    accountId: z.string(),
    account: registeredAccount,
  }),
]);

export type RuleEdit = z.output<typeof ruleEdit>;

/** Path of what it changes. */
export function targetOf(edit: RuleEdit): string {
  switch (edit.kind) {
    case 'approval-rules':
    case 'eligibility-rules':
    case 'guardrails':
      return `/v1/${edit.kind}`;
    case 'principal-mapping':
      return `/v1/principal-mappings/${encodeURIComponent(edit.subject)}/${edit.accountId}`;
    case 'account':
      return `/v1/accounts/${edit.accountId}`;
    default:
      return edit satisfies never;
  }
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
    case 'account':
      return edit.account;
    default:
      return edit satisfies never;
  }
}
