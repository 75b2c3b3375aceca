import type { Json } from '@rolecall/policy';
import type { SettingRecord } from '../../model/records.ts';
import type { Reading, Writing } from './repository.ts';

export interface SettingReader {
  get(key: string): Promise<SettingRecord | undefined>;
}

export interface SettingWriter extends SettingReader {
  /** Revision 0 expects that there is no such setting yet. */
  putIf(
    key: string,
    expectedRevision: number,
    setting: { readonly value: Json; readonly updatedAt: string },
  ): Promise<SettingRecord | 'stale'>;
}

export function readSettings(db: Reading): SettingReader {
  return {
    get: (key) => db.selectFrom('settings').selectAll().where('key', '=', key).executeTakeFirst(),
  };
}

export function writeSettings(trx: Writing): SettingWriter {
  return {
    ...readSettings(trx),
    async putIf(key, expectedRevision, { value, updatedAt }) {
      const row = { value: JSON.stringify(value), updatedAt, revision: expectedRevision + 1 };
      const written =
        expectedRevision === 0
          ? await trx
              .insertInto('settings')
              .values({ ...row, key })
              .onConflict((conflict) => conflict.doNothing())
              .returningAll()
              .executeTakeFirst()
          : await trx
              .updateTable('settings')
              .set(row)
              .where('key', '=', key)
              .where('revision', '=', expectedRevision)
              .returningAll()
              .executeTakeFirst();
      return written ?? 'stale';
    },
  };
}
