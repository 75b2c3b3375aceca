import type { Schema } from '@rolecall/contract';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { ApiTokenRecord } from '../identity/api-tokens.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { createToken } from '../use-cases/tokens/create-token.ts';
import { revokeToken } from '../use-cases/tokens/revoke-token.ts';
import { listTokens, maySeeToken } from '../use-cases/tokens/visible-tokens.ts';
import { nextCursor, pageQuery } from './paging.ts';

type TokenHandlers = Pick<
  Handlers,
  'listApiTokens' | 'createApiToken' | 'getApiToken' | 'revokeApiToken'
>;

export function tokenHandlers(deps: ServiceDeps): TokenHandlers {
  const { store } = deps;
  return {
    listApiTokens: async (ctx) => {
      const { rows, next } = await listTokens(store, ctx.caller, pageQuery(ctx.query));
      return { status: 200, body: { items: rows.map(shownToken), ...nextCursor(next) } };
    },

    createApiToken: async (ctx) =>
      createToken(deps, ctx.caller, ctx.body, (tx, { record, token }) =>
        ctx.remember(tx.idempotency, {
          status: 201 as const,
          body: { ...shownToken(record), token },
          headers: { Location: `/v1/api-tokens/${record.id}` },
        }),
      ),

    getApiToken: async (ctx) => {
      const token = await store.apiTokens.get(ctx.params.id);
      if (token === undefined || !maySeeToken(ctx.caller, token)) throw problem('not-found');
      return { status: 200, body: shownToken(token) };
    },

    revokeApiToken: async (ctx) => {
      await revokeToken(deps, ctx.caller, { id: ctx.params.id });
      return { status: 204 };
    },
  };
}

function shownToken(record: ApiTokenRecord): Schema<'ApiToken'> {
  const { id, name, actor, roles, scopes, createdBy, createdAt, expiresAt, lastUsedAt } = record;
  return { id, name, actor, roles, scopes, createdBy, createdAt, expiresAt, lastUsedAt };
}
