import type { Schema } from '@rolecall/contract';
import { checks, isAtLeast, severities } from '@rolecall/core';
import { z } from 'zod';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { CheckFindingRecord, CheckRunRecord } from '../model/records.ts';
import { startCheckRun } from '../use-cases/checks/start-check-run.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { nextCursor, pageQuery } from './paging.ts';

type CheckHandlers = Pick<
  Handlers,
  'listChecks' | 'listCheckRuns' | 'startCheckRun' | 'getCheckRun' | 'listFindings'
>;

const retryAfter = 2;

/** A position is an integer of four bytes. */
const positionPattern = /^\d{1,9}$/;

export function checkHandlers(deps: ServiceDeps): CheckHandlers {
  const { store } = deps;
  return {
    listChecks: async () => ({ status: 200, body: { items: checks.map(definitionOf) } }),

    listCheckRuns: async ({ params: { accountId }, query }) => {
      if ((await store.accounts.get(accountId)) === undefined) throw problem('not-found');
      const { rows, next } = await store.checkRuns.list({
        ...pageQuery(query),
        filter: { accountId },
      });
      return { status: 200, body: { items: rows.map(shownRun), ...nextCursor(next) } };
    },

    startCheckRun: async (ctx) => {
      const input = { accountId: ctx.params.accountId, checks: ctx.body.checks };
      return startCheckRun(deps, ctx.caller, input, (tx, run) =>
        ctx.remember(tx.idempotency, {
          status: 202 as const,
          body: shownRun(run),
          headers: { Location: `/v1/check-runs/${run.id}`, 'Retry-After': retryAfter },
        }),
      );
    },

    getCheckRun: async ({ params }) => ({
      status: 200,
      body: shownRun(await requireRun(deps, params.id)),
    }),

    listFindings: async ({ params, query }) => {
      const { limit, after } = pageQuery(query, positionPattern);
      const run = await requireRun(deps, params.id);
      const { outcome: outcomes, severity } = query;
      const rows = await store.checkRuns.listFindings({
        runId: run.id,
        limit: limit + 1,
        after: after && Number(after.id),
        outcomes,
        severities: severity && severities.filter((one) => isAtLeast(one, severity)),
      });
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      const next = last && { createdAt: run.createdAt, id: String(last.position) };
      return { status: 200, body: { items: shown.map(shownFinding), ...nextCursor(next) } };
    },
  };
}

async function requireRun({ store }: ServiceDeps, id: string): Promise<CheckRunRecord> {
  const run = await store.checkRuns.get(id);
  if (run === undefined) throw problem('not-found');
  return run;
}

function definitionOf(check: (typeof checks)[number]): Schema<'CheckDefinition'> {
  const { id, title, severity, subject, rationale, remedy, documentation, optIn = false } = check;
  return { id, title, severity, subject, rationale, remedy, documentation, optIn };
}

function shownRun({ revision: _, ...run }: CheckRunRecord): Schema<'CheckRun'> {
  return run;
}

/** Stored by the job of the run, from core's `Finding`. */
const finding = z.custom<Schema<'Finding'>>(
  (value) => z.looseObject({ id: z.string(), check: z.string() }).safeParse(value).success,
);

function shownFinding(row: CheckFindingRecord): Schema<'Finding'> {
  return finding.parse(row.finding);
}
