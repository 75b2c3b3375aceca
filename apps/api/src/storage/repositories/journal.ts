import type { Json } from '@rolecall/policy';
import type { JournalRow } from '../../model/records.ts';
import type { Reading, Writing } from './repository.ts';

/** Whose journal it is, and for which application it is read. */
export interface JournalPlace {
  readonly accountId: string;
  readonly scope: string;
  readonly applicationId: string;
}

export interface JournalReader {
  /**
   * The entries of a scope in an account, the oldest first: the beginning and the end of every run,
   * and all of the last run and of those of the application. What others changed in between nobody
   * asks for, and it is long.
   */
  readJournal(place: JournalPlace): Promise<readonly Json[]>;
}

export interface JournalWriter extends JournalReader {
  append(rows: readonly JournalRow[]): Promise<void>;
  /** Forgets at most so many entries; answers how many. */
  deleteBefore(instant: string, limit: number): Promise<number>;
}

export function readJournals(db: Reading): JournalReader {
  return {
    async readJournal({ accountId, scope, applicationId }) {
      const ofScope = () =>
        db
          .selectFrom('journal_entries')
          .where('accountId', '=', accountId)
          .where('scope', '=', scope);
      const lastRun = ofScope().select('run').orderBy('sequence', 'desc').limit(1);
      const rows = await ofScope()
        .select('entry')
        .where((eb) =>
          eb.or([
            eb('kind', 'in', ['run-begun', 'run-ended']),
            eb('applicationId', '=', applicationId),
            eb('run', '=', lastRun),
          ]),
        )
        .orderBy('sequence')
        .execute();
      return rows.map(({ entry }) => entry);
    },
  };
}

export function writeJournals(trx: Writing): JournalWriter {
  return {
    ...readJournals(trx),
    async append(rows) {
      const values = rows.map((row) => ({ ...row, entry: JSON.stringify(row.entry) }));
      await trx.insertInto('journal_entries').values(values).execute();
    },
    async deleteBefore(instant, limit) {
      const old = trx
        .selectFrom('journal_entries')
        .select('sequence')
        .where('at', '<', instant)
        .orderBy('at')
        .limit(limit);
      const { numDeletedRows } = await trx
        .deleteFrom('journal_entries')
        .where('sequence', 'in', old)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
