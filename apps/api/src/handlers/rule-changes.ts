import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import { decideRuleChange } from '../use-cases/rules/decide-rule-change.ts';
import { readRuleChange } from '../use-cases/rules/rule-change.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { nextCursor, pageQuery } from './paging.ts';
import { okWithRevision, shownChange } from './shown-rules.ts';

type RuleChangeHandlers = Pick<Handlers, 'listRuleChanges' | 'getRuleChange' | 'decideRuleChange'>;

export function ruleChangeHandlers(deps: ServiceDeps): RuleChangeHandlers {
  const { store } = deps;
  return {
    listRuleChanges: async ({ query }) => {
      const { rows, next } = await store.ruleChanges.list({
        ...pageQuery(query),
        filter: { state: query.state },
      });
      const items = rows.map((row) => shownChange(readRuleChange(row)));
      return { status: 200, body: { items, ...nextCursor(next) } };
    },

    getRuleChange: async ({ params }) => {
      const change = await store.ruleChanges.get(params.id);
      if (change === undefined) throw problem('not-found');
      return okWithRevision(shownChange(readRuleChange(change)));
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
