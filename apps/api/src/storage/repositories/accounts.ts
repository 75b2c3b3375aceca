import type { AccountRecord } from '../../model/records.ts';
import { notUpdated, type Reading, type Updated, type Writing } from './repository.ts';

export interface AccountReader {
  get(id: string): Promise<AccountRecord | undefined>;
  /** In order of their ids, behind one of them. */
  list(query: {
    readonly limit: number;
    readonly afterId?: string | undefined;
  }): Promise<readonly AccountRecord[]>;
}

export interface AccountWriter extends AccountReader {
  insert(account: AccountRecord): Promise<'inserted' | 'exists'>;
  updateIf(
    id: string,
    expectedRevision: number,
    changes: Partial<Omit<AccountRecord, 'id' | 'revision' | 'createdAt'>>,
  ): Promise<Updated<AccountRecord>>;
  deleteIf(id: string, expectedRevision: number): Promise<'deleted' | 'stale' | 'missing'>;
}

export function readAccounts(db: Reading): AccountReader {
  return {
    get: (id) => db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst(),
    list: ({ limit, afterId }) => {
      const rows = db.selectFrom('accounts').selectAll().orderBy('id').limit(limit);
      return (afterId === undefined ? rows : rows.where('id', '>', afterId)).execute();
    },
  };
}

export function writeAccounts(trx: Writing): AccountWriter {
  const reader = readAccounts(trx);
  return {
    ...reader,
    async insert(account) {
      const row = await trx
        .insertInto('accounts')
        .values(account)
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return row === undefined ? 'exists' : 'inserted';
    },
    async updateIf(id, expectedRevision, changes) {
      const row = await trx
        .updateTable('accounts')
        .set({ ...changes, revision: expectedRevision + 1 })
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returningAll()
        .executeTakeFirst();
      return row ?? notUpdated(await reader.get(id));
    },
    async deleteIf(id, expectedRevision) {
      const row = await trx
        .deleteFrom('accounts')
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returning('id')
        .executeTakeFirst();
      return row === undefined ? notUpdated(await reader.get(id)) : 'deleted';
    },
  };
}
