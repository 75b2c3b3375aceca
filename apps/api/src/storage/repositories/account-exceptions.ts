import type { AccountExceptionsRecord } from '../../model/records.ts';
import type { Reading, Writing } from './repository.ts';

export interface AccountExceptionsReader {
  /** Undefined before the first. */
  get(accountId: string): Promise<AccountExceptionsRecord | undefined>;
}

export interface AccountExceptionsWriter extends AccountExceptionsReader {
  /** All of them at once; revision 0 expects that there are none yet. */
  replaceIf(
    expectedRevision: number,
    exceptions: Omit<AccountExceptionsRecord, 'revision'>,
  ): Promise<AccountExceptionsRecord | 'stale'>;
}

export function readAccountExceptions(db: Reading): AccountExceptionsReader {
  return {
    get: (accountId) =>
      db
        .selectFrom('account_exceptions')
        .selectAll()
        .where('accountId', '=', accountId)
        .executeTakeFirst(),
  };
}

export function writeAccountExceptions(trx: Writing): AccountExceptionsWriter {
  return {
    ...readAccountExceptions(trx),
    async replaceIf(expectedRevision, { accountId, exceptions, ...by }) {
      const row = {
        ...by,
        exceptions: JSON.stringify(exceptions),
        revision: expectedRevision + 1,
      };
      const written =
        expectedRevision === 0
          ? await trx
              .insertInto('account_exceptions')
              .values({ ...row, accountId })
              .onConflict((conflict) => conflict.doNothing())
              .returningAll()
              .executeTakeFirst()
          : await trx
              .updateTable('account_exceptions')
              .set(row)
              .where('accountId', '=', accountId)
              .where('revision', '=', expectedRevision)
              .returningAll()
              .executeTakeFirst();
      return written ?? 'stale';
    },
  };
}
