import { etagOf, isNotModified } from '../http/etag.ts';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { AccountRecord } from '../model/records.ts';
import { listAccounts } from '../use-cases/accounts/list-accounts.ts';
import { registerAccount } from '../use-cases/accounts/register-account.ts';
import { removeAccount } from '../use-cases/accounts/remove-account.ts';
import { requestVerification } from '../use-cases/accounts/request-verification.ts';
import { showAccount } from '../use-cases/accounts/show-account.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { accountIdPattern, nextCursor, pageQuery } from './paging.ts';
import { proposed } from './shown-rules.ts';

type AccountHandlers = Pick<
  Handlers,
  'listAccounts' | 'getAccount' | 'registerAccount' | 'removeAccount' | 'verifyAccount'
>;

/** Seconds after which it is worth looking again. */
const retryAfter = 2;

export function accountHandlers(deps: ServiceDeps): AccountHandlers {
  const shown = (account: AccountRecord) => showAccount(account, deps.serviceRoleArn);
  return {
    listAccounts: async ({ query }) => {
      const { limit, after } = pageQuery(query, accountIdPattern);
      const { environment, state } = query;
      const filter = { environment, state, afterId: after?.id };
      const { rows, isLast } = await listAccounts(deps.store, { limit, ...filter });
      return {
        status: 200,
        body: { items: rows, ...nextCursor(isLast ? undefined : rows.at(-1)) },
      };
    },

    getAccount: async ({ params, headers }) => {
      const account = await deps.store.accounts.get(params.accountId);
      if (account === undefined) throw problem('not-found');
      const seen = { ETag: etagOf(account.revision) };
      return isNotModified(headers['If-None-Match'], account.revision)
        ? { status: 304, headers: seen }
        : { status: 200, body: shown(account), headers: seen };
    },

    registerAccount: async (ctx) => {
      const { accountId: id } = ctx.params;
      const registration = { id, ifMatch: ctx.headers['If-Match'], input: ctx.body };
      return registerAccount(deps, ctx.caller, registration, async (tx, made) => {
        if (made.kind === 'proposed') return ctx.remember(tx.idempotency, proposed(made.change));
        const { kind, account } = made;
        const ETag = etagOf(account.revision);
        switch (kind) {
          case 'registered': {
            const headers = { ETag, Location: `/v1/accounts/${id}` };
            return ctx.remember(tx.idempotency, {
              status: 201 as const,
              body: shown(account),
              headers,
            });
          }
          case 'changed':
            return ctx.remember(tx.idempotency, {
              status: 200 as const,
              body: shown(account),
              headers: { ETag },
            });
          default:
            return kind satisfies never;
        }
      });
    },

    removeAccount: async (ctx) => {
      const { accountId: id } = ctx.params;
      await removeAccount(deps, ctx.caller, { id, ifMatch: ctx.headers['If-Match'] });
      return { status: 204 };
    },

    verifyAccount: async (ctx) => {
      const { accountId: id } = ctx.params;
      const seen = { id, ifMatch: ctx.headers['If-Match'] };
      return requestVerification(deps, ctx.caller, seen, (tx, account) =>
        ctx.remember(tx.idempotency, {
          status: 202 as const,
          body: shown(account),
          headers: {
            ETag: etagOf(account.revision),
            Location: `/v1/accounts/${id}`,
            'Retry-After': retryAfter,
          },
        }),
      );
    },
  };
}
