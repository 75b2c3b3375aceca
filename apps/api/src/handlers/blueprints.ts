import { findBlueprint } from '@rolecall/core';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import { blueprintSummaries, showBlueprint } from '../use-cases/blueprints/show-blueprint.ts';

export const blueprintHandlers: Pick<Handlers, 'listBlueprints' | 'getBlueprint'> = {
  listBlueprints: async () => ({ status: 200, body: { items: blueprintSummaries() } }),
  getBlueprint: async ({ params }) => {
    const blueprint = findBlueprint(params.id);
    if (blueprint === undefined) throw problem('not-found');
    return { status: 200, body: showBlueprint(blueprint) };
  },
};
