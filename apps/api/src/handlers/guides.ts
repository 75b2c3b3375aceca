import type { Schema } from '@rolecall/contract';
import { findGuide, guides } from '@rolecall/core';
import { z } from 'zod';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { GuideWalkRecord } from '../model/records.ts';
import type { GuideWalkSummary } from '../storage/repositories/guide-walks.ts';
import { storableSettings } from '../use-cases/checks/given-settings.ts';
import { guideSummary, showGuide } from '../use-cases/guides/show-guide.ts';
import { startGuideWalk } from '../use-cases/guides/start-guide-walk.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { nextCursor, pageQuery } from './paging.ts';
import type { RoleRequestHandlerDeps } from './role-requests/handler-deps.ts';
import { workEvents } from './work-events.ts';

type GuideHandlers = Pick<
  Handlers,
  | 'listGuides'
  | 'getGuide'
  | 'listGuideWalks'
  | 'startGuideWalk'
  | 'getGuideWalk'
  | 'listGuideWalkEvents'
>;

const retryAfter = 2;

export function guideHandlers(
  deps: ServiceDeps & Pick<RoleRequestHandlerDeps, 'pause'>,
): GuideHandlers {
  const { store, pause } = deps;
  return {
    listGuides: async () => ({ status: 200, body: { items: guides.map(guideSummary) } }),

    getGuide: async ({ params }) => {
      const guide = findGuide(params.id);
      if (guide === undefined) throw problem('not-found');
      return { status: 200, body: showGuide(guide) };
    },

    listGuideWalks: async ({ params: { accountId }, query }) => {
      if ((await store.accounts.get(accountId)) === undefined) throw problem('not-found');
      const filter = { accountId, guide: query.guide };
      const { rows, next } = await store.guideWalks.list({ ...pageQuery(query), filter });
      return { status: 200, body: { items: rows.map(shownSummary), ...nextCursor(next) } };
    },

    startGuideWalk: async (ctx) => {
      const { guide, values = {}, steps = [], includeRetired = false } = ctx.body;
      const { manifest = null, settings = {} } = ctx.body;
      const request = {
        values,
        steps,
        includeRetired,
        manifest,
        settings: storableSettings(settings),
      };
      const { accountId } = ctx.params;
      return startGuideWalk(deps, ctx.caller, { accountId, guide, request }, (tx, walk) =>
        ctx.remember(tx.idempotency, {
          status: 202 as const,
          body: shownWalk(walk),
          headers: { Location: `/v1/guide-walks/${walk.id}`, 'Retry-After': retryAfter },
        }),
      );
    },

    getGuideWalk: async ({ params }) => ({
      status: 200,
      body: shownWalk(await requireWalk(deps, params.id)),
    }),

    listGuideWalkEvents: async (ctx) => {
      const { id } = await requireWalk(deps, ctx.params.id);
      const isThrough = async () => (await store.guideWalks.get(id))?.finishedAt !== null;
      return workEvents(store, ctx, { subject: `guide-walks/${id}`, isThrough, pause });
    },
  };
}

async function requireWalk({ store }: ServiceDeps, id: string): Promise<GuideWalkRecord> {
  const walk = await store.guideWalks.get(id);
  if (walk === undefined) throw problem('not-found');
  return walk;
}

/** Stored by the job of the walk, from core's `GuideWalk`. */
const result = z.custom<Schema<'GuideWalkResult'>>(
  (value) => z.looseObject({ steps: z.array(z.unknown()) }).safeParse(value).success,
);

function shownSummary({ revision: _, ...walk }: GuideWalkSummary): Schema<'GuideWalkSummary'> {
  return walk;
}

function shownWalk({ request: _, result: found, ...walk }: GuideWalkRecord): Schema<'GuideWalk'> {
  return { ...shownSummary(walk), result: found === null ? null : result.parse(found) };
}
