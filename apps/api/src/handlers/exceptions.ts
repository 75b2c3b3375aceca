import type { Schema } from '@rolecall/contract';
import { z } from 'zod';
import type { Handlers } from '../http/handler.ts';
import { problem } from '../http/problem.ts';
import type { AccountExceptionsRecord } from '../model/records.ts';
import { putExceptions } from '../use-cases/checks/put-exceptions.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { toJson } from '../use-cases/to-json.ts';
import { okWithRevision } from './shown-rules.ts';

export function exceptionHandlers(
  deps: ServiceDeps,
): Pick<Handlers, 'getExceptions' | 'putExceptions'> {
  const { store } = deps;
  return {
    getExceptions: async ({ params: { accountId } }) => {
      if ((await store.accounts.get(accountId)) === undefined) throw problem('not-found');
      return okWithRevision(shownExceptions(await store.accountExceptions.get(accountId)));
    },

    putExceptions: async (ctx) => {
      const exceptions = ctx.body.exceptions.map(toJson);
      const { accountId } = ctx.params;
      const change = { accountId, exceptions, ifMatch: ctx.headers['If-Match'] };
      return putExceptions(deps, ctx.caller, change, (tx, changed) =>
        ctx.remember(tx.idempotency, okWithRevision(shownExceptions(changed))),
      );
    },
  };
}

/** As the contract let them in. */
const exception = z.custom<Schema<'Exception'>>(
  (value) => z.looseObject({ owner: z.string() }).safeParse(value).success,
);

function shownExceptions(record: AccountExceptionsRecord | undefined): Schema<'Exceptions'> {
  if (record === undefined)
    return { exceptions: [], revision: 0, updatedAt: null, updatedBy: null };
  const { exceptions, revision, updatedAt, updatedBy } = record;
  return {
    exceptions: exceptions.map((one) => exception.parse(one)),
    revision,
    updatedAt,
    updatedBy,
  };
}
