import type { Json } from '@rolecall/policy';
import type { CheckFindingRecord, CheckRunRecord, WorkState } from '../../model/records.ts';
import { type Page, type PageQuery, pageOf } from '../page.ts';
import { allOf, is, isAnyOf, olderThan } from './conditions.ts';
import { notUpdated, type Reading, type Updated, type Writing } from './repository.ts';

export interface CheckRunFilter {
  readonly accountId?: string | undefined;
  readonly state?: WorkState | undefined;
}

export interface FindingQuery {
  readonly runId: string;
  readonly limit: number;
  /** Position of the last finding that was seen. */
  readonly after?: number | undefined;
  readonly outcomes?: readonly string[] | undefined;
  readonly severities?: readonly string[] | undefined;
}

export interface CheckRunReader {
  get(id: string): Promise<CheckRunRecord | undefined>;
  /** The newest first. */
  list(query: PageQuery & { readonly filter?: CheckRunFilter }): Promise<Page<CheckRunRecord>>;
  /** In core's order. */
  listFindings(query: FindingQuery): Promise<readonly CheckFindingRecord[]>;
  /** Undefined until the run has succeeded. */
  getReport(runId: string): Promise<Json | undefined>;
}

export interface CheckRunWriter extends CheckRunReader {
  insert(run: CheckRunRecord): Promise<void>;
  /** Replaces what an earlier attempt left. */
  putFindings(runId: string, findings: readonly CheckFindingRecord[]): Promise<void>;
  putReport(runId: string, report: Json): Promise<void>;
  updateIf(
    id: string,
    expectedRevision: number,
    changes: Partial<Omit<CheckRunRecord, 'id' | 'revision' | 'createdAt'>>,
  ): Promise<Updated<CheckRunRecord>>;
  /** Forgets at most so many that have ended, with their findings; answers how many. */
  deleteEndedBefore(instant: string, limit: number): Promise<number>;
}

export function readCheckRuns(db: Reading): CheckRunReader {
  const all = () => db.selectFrom('check_runs').selectAll();
  return {
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    async list({ limit, after, filter = {} }) {
      const rows = await all()
        .where(
          allOf([
            is('accountId', filter.accountId),
            is('state', filter.state),
            after && olderThan(after),
          ]),
        )
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit);
    },
    listFindings: ({ runId, limit, after = -1, outcomes, severities }) =>
      db
        .selectFrom('check_findings')
        .selectAll()
        .where('runId', '=', runId)
        .where('position', '>', after)
        .where(allOf([isAnyOf('outcome', outcomes), isAnyOf('severity', severities)]))
        .orderBy('position')
        .limit(limit)
        .execute(),
    async getReport(runId) {
      const row = await db
        .selectFrom('check_reports')
        .select('report')
        .where('runId', '=', runId)
        .executeTakeFirst();
      return row?.report;
    },
  };
}

/** A statement takes 65,535 parameters; a finding has five. */
const findingsPerStatement = 500;

export function writeCheckRuns(trx: Writing): CheckRunWriter {
  const reader = readCheckRuns(trx);
  return {
    ...reader,
    async insert(run) {
      await trx.insertInto('check_runs').values(run).execute();
    },
    async putFindings(runId, findings) {
      await trx.deleteFrom('check_findings').where('runId', '=', runId).execute();
      for (let start = 0; start < findings.length; start += findingsPerStatement) {
        const rows = findings
          .slice(start, start + findingsPerStatement)
          .map((row) => ({ ...row, finding: JSON.stringify(row.finding) }));
        await trx.insertInto('check_findings').values(rows).execute();
      }
    },
    async putReport(runId, report) {
      const text = JSON.stringify(report);
      await trx
        .insertInto('check_reports')
        .values({ runId, report: text })
        .onConflict((conflict) => conflict.column('runId').doUpdateSet({ report: text }))
        .execute();
    },
    async updateIf(id, expectedRevision, changes) {
      const row = await trx
        .updateTable('check_runs')
        .set({ ...changes, revision: expectedRevision + 1 })
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returningAll()
        .executeTakeFirst();
      return row ?? notUpdated(await reader.get(id));
    },
    async deleteEndedBefore(instant, limit) {
      const ended = trx
        .selectFrom('check_runs')
        .select('id')
        .where('state', 'in', ['succeeded', 'failed'])
        .where('createdAt', '<', instant)
        .orderBy('createdAt')
        .limit(limit);
      const { numDeletedRows } = await trx
        .deleteFrom('check_runs')
        .where('id', 'in', ended)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
