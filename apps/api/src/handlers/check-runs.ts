import type { Schema } from '@rolecall/contract';
import { checks, isAtLeast, profiles, severities } from '@rolecall/core';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { CheckRunRecord } from '../model/records.ts';
import { findingOf } from '../use-cases/checks/finished-run.ts';
import { storableSettings } from '../use-cases/checks/given-settings.ts';
import { startCheckRun } from '../use-cases/checks/start-check-run.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { toJson } from '../use-cases/to-json.ts';
import { nextCursor, pageQuery, positionPattern } from './paging.ts';
import type { RoleRequestHandlerDeps } from './role-requests/handler-deps.ts';
import { workEvents } from './work-events.ts';

type CheckHandlers = Pick<
  Handlers,
  | 'listChecks'
  | 'listCheckProfiles'
  | 'listCheckRuns'
  | 'startCheckRun'
  | 'getCheckRun'
  | 'listCheckRunEvents'
  | 'listFindings'
>;

const retryAfter = 2;

export function checkHandlers(
  deps: ServiceDeps & Pick<RoleRequestHandlerDeps, 'pause'>,
): CheckHandlers {
  const { store, pause } = deps;
  return {
    listChecks: async () => ({ status: 200, body: { items: checks.map(definitionOf) } }),

    listCheckProfiles: async () => ({ status: 200, body: { items: profiles.map(shownProfile) } }),

    listCheckRuns: async ({ params: { accountId }, query }) => {
      if ((await store.accounts.get(accountId)) === undefined) throw problem('not-found');
      const { rows, next } = await store.checkRuns.list({
        ...pageQuery(query),
        filter: { accountId },
      });
      return { status: 200, body: { items: rows.map(shownRun), ...nextCursor(next) } };
    },

    startCheckRun: async (ctx) => {
      const { profile = null, checks: named = null, fresh = false, fixes = false } = ctx.body;
      const { settings = {}, exceptions = [] } = ctx.body;
      const request = {
        ...{ profile, checks: named, fresh, fixes },
        settings: storableSettings(settings),
        exceptions: exceptions.map(toJson),
      };
      const { accountId } = ctx.params;
      return startCheckRun(deps, ctx.caller, { accountId, request }, (tx, run) =>
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

    listCheckRunEvents: async (ctx) => {
      const { id } = await requireRun(deps, ctx.params.id);
      const isThrough = async () => (await store.checkRuns.get(id))?.finishedAt !== null;
      return workEvents(store, ctx, { subject: `check-runs/${id}`, isThrough, pause });
    },

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
      return { status: 200, body: { items: shown.map(findingOf), ...nextCursor(next) } };
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

function shownProfile({ name, title, framework }: (typeof profiles)[number]) {
  if (framework === undefined) return { id: name, title, framework: null };
  const { version, asOf, source, scope, controls } = framework;
  return {
    id: name,
    title,
    framework: { version, asOf, source, scope, controls: controls.length },
  };
}

function shownRun({ revision: _, request, ...run }: CheckRunRecord): Schema<'CheckRun'> {
  const { profile, fresh, fixes } = request;
  return { ...run, profile, fresh, fixes };
}
