import type { Handlers } from '../http/handler.ts';
import { countOpenDecisions } from '../use-cases/me/count-open-decisions.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';

export function meHandlers({
  store,
  now,
}: Pick<ServiceDeps, 'store' | 'now'>): Pick<Handlers, 'getMe'> {
  return {
    getMe: async (ctx) => {
      const caller = ctx.caller;
      const { id, kind, name } = caller.actor;
      if (kind === 'service') throw new Error('The service sends itself no requests.');
      return {
        status: 200,
        body: {
          id,
          kind,
          name,
          groups: caller.groups,
          roles: caller.roles,
          permissions: [...caller.permissions],
          openDecisions: await countOpenDecisions(store, caller, now()),
        },
      };
    },
  };
}
