import type { Schema } from '@rolecall/contract';
import { readGuardrails } from '@rolecall/core';
import type { Handlers } from '../http/handler.ts';
import type { Readers } from '../storage/readers.ts';
import { changeRules } from '../use-cases/rules/change-rules.ts';
import { approvalRule, eligibilityRule } from '../use-cases/rules/rule-edit.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { okWithRevision, proposed } from './shown-rules.ts';

type RuleHandlers = Pick<
  Handlers,
  | 'getApprovalRules'
  | 'putApprovalRules'
  | 'getEligibilityRules'
  | 'putEligibilityRules'
  | 'getGuardrails'
  | 'putGuardrails'
>;

export function ruleHandlers(deps: ServiceDeps): RuleHandlers {
  const { store } = deps;
  return {
    getApprovalRules: async () => okWithRevision(await store.approvalRules.get()),
    getEligibilityRules: async () => okWithRevision(await store.eligibilityRules.get()),
    getGuardrails: async () => okWithRevision(await shownGuardrails(store)),

    putApprovalRules: async (ctx) => {
      const rules = ctx.body.rules.map((rule) => approvalRule.parse(rule));
      const edit = { kind: 'approval-rules', rules } as const;
      const change = { edit, ifMatch: ctx.headers['If-Match'] };
      return changeRules(deps, ctx.caller, change, async (tx, changed) =>
        changed.kind === 'proposed'
          ? ctx.remember(tx.idempotency, proposed(changed.change))
          : ctx.remember(tx.idempotency, okWithRevision(await tx.approvalRules.get())),
      );
    },

    putEligibilityRules: async (ctx) => {
      const rules = ctx.body.rules.map((rule) => eligibilityRule.parse(rule));
      const edit = { kind: 'eligibility-rules', rules } as const;
      const change = { edit, ifMatch: ctx.headers['If-Match'] };
      return changeRules(deps, ctx.caller, change, async (tx, changed) =>
        changed.kind === 'proposed'
          ? ctx.remember(tx.idempotency, proposed(changed.change))
          : ctx.remember(tx.idempotency, okWithRevision(await tx.eligibilityRules.get())),
      );
    },

    putGuardrails: async (ctx) => {
      const edit = { kind: 'guardrails', text: textOf(ctx.body) } as const;
      const change = { edit, ifMatch: ctx.headers['If-Match'] };
      return changeRules(deps, ctx.caller, change, async (tx, changed) =>
        changed.kind === 'proposed'
          ? ctx.remember(tx.idempotency, proposed(changed.change))
          : ctx.remember(tx.idempotency, okWithRevision(await shownGuardrails(tx))),
      );
    },
  };
}

async function shownGuardrails({
  guardrails,
}: Pick<Readers, 'guardrails'>): Promise<Schema<'Guardrails'>> {
  const current = await guardrails.current();
  if (current === undefined)
    return { text: '', digest: null, revision: 0, updatedAt: null, updatedBy: null };
  const { text, version, changedBy, createdAt } = current;
  const { digest } = readGuardrails('guardrails', text);
  return { text, digest, revision: version, updatedAt: createdAt, updatedBy: changedBy };
}

/** Nothing, written so that it can be read: what is built in holds all the same. */
const noGuardrails = 'version: 1\n';

function textOf({ text }: Schema<'GuardrailsInput'>): string {
  return text.trim() === '' ? noGuardrails : text;
}
