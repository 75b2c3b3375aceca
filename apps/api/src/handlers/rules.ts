import type { Schema } from '@rolecall/contract';
import { readGuardrails } from '@rolecall/core';
import { etagOf } from '../http/etag.ts';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { PrincipalMapping } from '../model/records.ts';
import type { Readers } from '../storage/readers.ts';
import { changeRules } from '../use-cases/rules/change-rules.ts';
import { decideRuleChange } from '../use-cases/rules/decide-rule-change.ts';
import { mappingRevision } from '../use-cases/rules/mapping-revision.ts';
import type { RuleChange } from '../use-cases/rules/rule-change.ts';
import {
  approvalRule,
  bodyOf,
  eligibilityRule,
  mappedPrincipal,
  targetOf,
} from '../use-cases/rules/rule-edit.ts';
import { listRuleChanges, readRuleChange } from '../use-cases/rules/stored-rule-changes.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { nextCursor, pageQuery } from './paging.ts';

type RuleHandlers = Pick<
  Handlers,
  | 'getApprovalRules'
  | 'putApprovalRules'
  | 'getEligibilityRules'
  | 'putEligibilityRules'
  | 'listPrincipalMappings'
  | 'getPrincipalMapping'
  | 'putPrincipalMapping'
  | 'deletePrincipalMapping'
  | 'getGuardrails'
  | 'putGuardrails'
  | 'listRuleChanges'
  | 'getRuleChange'
  | 'decideRuleChange'
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

    listPrincipalMappings: async ({ query }) => {
      const { limit, after } = pageQuery(query, mappingPattern);
      const rows = await store.principalMappings.list({
        limit: limit + 1,
        after: after && readMappingId(after.id),
      });
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      const next = last && { createdAt: noInstant, id: `${last.accountId} ${last.subject}` };
      return { status: 200, body: { items, ...nextCursor(next) } };
    },

    getPrincipalMapping: async ({ params }) => {
      const mapping = await store.principalMappings.get(params);
      if (mapping === undefined) throw problem('not-found');
      return { status: 200, body: mapping, headers: { ETag: etagOf(mappingRevision(mapping)) } };
    },

    putPrincipalMapping: async (ctx) => {
      const mapping = mappingOf(ctx.params, ctx.body);
      const edit = { kind: 'principal-mapping', ...mapping } as const;
      const change = { edit, ifMatch: ctx.headers['If-Match'] };
      const ETag = etagOf(mappingRevision(mapping));
      return changeRules(deps, ctx.caller, change, async (tx, changed) => {
        if (changed.kind === 'proposed')
          return ctx.remember(tx.idempotency, proposed(changed.change));
        const Location = targetOf(edit);
        return changed.isNew
          ? ctx.remember(tx.idempotency, {
              status: 201 as const,
              body: mapping,
              headers: { ETag, Location },
            })
          : ctx.remember(tx.idempotency, {
              status: 200 as const,
              body: mapping,
              headers: { ETag },
            });
      });
    },

    deletePrincipalMapping: async (ctx) => {
      const { subject, accountId } = ctx.params;
      const edit = { kind: 'principal-mapping', subject, accountId, principal: null } as const;
      const change = { edit, ifMatch: ctx.headers['If-Match'] };
      return changeRules(deps, ctx.caller, change, async (_tx, changed) =>
        changed.kind === 'proposed' ? proposed(changed.change) : { status: 204 as const },
      );
    },

    listRuleChanges: async ({ query }) => {
      const { rows, next } = await listRuleChanges(store, {
        ...pageQuery(query),
        state: query.state,
      });
      return { status: 200, body: { items: rows.map(shownChange), ...nextCursor(next) } };
    },

    getRuleChange: async ({ params }) => {
      const change = await readRuleChange(store, params.id);
      if (change === undefined) throw problem('not-found');
      return okWithRevision(shownChange(change));
    },

    decideRuleChange: async (ctx) => {
      const { decision, comment = '' } = ctx.body;
      const answer = { id: ctx.params.id, ifMatch: ctx.headers['If-Match'], decision, comment };
      return decideRuleChange(deps, ctx.caller, answer, (tx, change) =>
        ctx.remember(tx.idempotency, okWithRevision(shownChange(change))),
      );
    },
  };
}

function okWithRevision<Body extends { readonly revision: number }>(body: Body) {
  return { status: 200 as const, body, headers: { ETag: etagOf(body.revision) } };
}

function proposed(change: RuleChange) {
  const headers = { ETag: etagOf(change.revision), Location: `/v1/rule-changes/${change.id}` };
  return { status: 202 as const, body: shownChange(change), headers };
}

function shownChange(change: RuleChange): Schema<'RuleChange'> {
  const { edit, base: _, ...shown } = change;
  const proposal = bodyOf(edit);
  return {
    ...shown,
    target: targetOf(edit),
    action: proposal === null ? 'delete' : 'put',
    proposed: proposal,
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

/** A cursor holds the whole subject, and may be 500 characters long. */
const longestSubject = 330;

function mappingOf(
  { subject, accountId }: { readonly subject: string; readonly accountId: string },
  { principal }: Schema<'PrincipalMappingInput'>,
): PrincipalMapping {
  if (Buffer.byteLength(subject) > longestSubject || subject.includes('\0'))
    throw problem('parameter-invalid', {
      errors: [{ pointer: 'subject', message: `has at most ${longestSubject} bytes and no NUL` }],
    });
  return { subject, accountId, principal: mappedPrincipal.parse(principal) };
}

/** Mappings have no time; their order is that of their subjects. */
const noInstant = '1970-01-01T00:00:00.000Z';
const mappingPattern = /^(\d{12}|\*) [^\0]{3,512}$/;

function readMappingId(id: string): Pick<PrincipalMapping, 'subject' | 'accountId'> {
  const space = id.indexOf(' ');
  return { accountId: id.slice(0, space), subject: id.slice(space + 1) };
}
