import { etagOf } from '../../http/etag.ts';
import type { Handlers } from '../../http/handler.ts';
import { decideRequest } from '../../use-cases/role-requests/decide-request.ts';
import { listDecisions } from '../../use-cases/role-requests/list-decisions.ts';
import type { RoleRequestHandlerDeps } from './handler-deps.ts';
import { pageBody, pageQuery } from './pages.ts';
import { pathOf } from './request-handlers.ts';
import { decisionBody } from './request-shapes.ts';

export type DecisionHandlers = Pick<Handlers, 'listDecisions' | 'decideRoleRequest'>;

export function decisionHandlers(deps: RoleRequestHandlerDeps): DecisionHandlers {
  return {
    async listDecisions(ctx) {
      const query = { ...ctx.params, ...pageQuery(ctx.query) };
      const page = await listDecisions(deps, ctx.caller, query);
      return { status: 200, body: pageBody(page, decisionBody) };
    },
    async decideRoleRequest(ctx) {
      const { comment = '', ...body } = ctx.body;
      const input = { ...ctx.params, ...body, comment, ifMatch: ctx.headers['If-Match'] };
      return decideRequest(deps, ctx.caller, input, (tx, { decision, request }) =>
        ctx.remember(tx.idempotency, {
          status: 201,
          // Of the request: the next thing to do with it needs this one.
          headers: { ETag: etagOf(request.revision), Location: pathOf(request) },
          body: decisionBody(decision),
        }),
      );
    },
  };
}
