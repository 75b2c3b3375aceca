import type { Handlers } from '../../http/handler.ts';
import type { Eligibility } from '../../role-requests/eligibility.ts';
import {
  createDelegation,
  deleteDelegation,
  listDelegations,
  readDelegation,
} from '../../use-cases/role-requests/delegations.ts';
import { listEligibility } from '../../use-cases/role-requests/list-eligibility.ts';
import { delegationBody } from './grant-shapes.ts';
import type { RoleRequestHandlerDeps } from './handler-deps.ts';
import { keyBody, keyQuery } from './pages.ts';

export type DelegationHandlers = Pick<
  Handlers,
  'listEligibility' | 'listDelegations' | 'createDelegation' | 'getDelegation' | 'deleteDelegation'
>;

export function delegationHandlers(deps: RoleRequestHandlerDeps): DelegationHandlers {
  return {
    async listEligibility(ctx) {
      const { accountId: account, blueprint } = ctx.query;
      const items = await listEligibility(deps, ctx.caller, { account, blueprint });
      return { status: 200, body: { items: items.map(eligibilityBody) } };
    },
    async listDelegations(ctx) {
      const { limit, after: beforeId } = keyQuery(ctx.query);
      const rows = await listDelegations(deps, ctx.caller, { limit: limit + 1, beforeId });
      const keyOf = ({ id }: { readonly id: string }) => id;
      return { status: 200, body: keyBody(rows, { limit, keyOf, toItem: delegationBody }) };
    },
    async createDelegation(ctx) {
      return createDelegation(deps, ctx.caller, ctx.body, (tx, made) =>
        ctx.remember(tx.idempotency, {
          status: 201,
          headers: { Location: `/v1/delegations/${made.id}` },
          body: delegationBody(made),
        }),
      );
    },
    async getDelegation(ctx) {
      const delegation = await readDelegation(deps, ctx.caller, ctx.params);
      return { status: 200, body: delegationBody(delegation) };
    },
    async deleteDelegation(ctx) {
      await deleteDelegation(deps, ctx.caller, ctx.params);
      return { status: 204 };
    },
  };
}

function eligibilityBody({ blueprints, accounts, ...rest }: Eligibility) {
  return { ...rest, blueprints: [...blueprints], accounts: [...accounts] };
}
