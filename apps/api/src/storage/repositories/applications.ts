import type { ApplicationRecord, WorkState } from '../../model/records.ts';
import { type Page, type PageQuery, pageOf } from '../page.ts';
import { allOf, is, isAnyOf, olderThan } from './conditions.ts';
import { notUpdated, type Reading, type Updated, type Writing } from './repository.ts';

export interface ApplicationFilter {
  readonly accountId?: string | undefined;
  readonly planId?: string | undefined;
  readonly state?: WorkState | undefined;
}

/** How far the carrying out of a plan is. */
export type ApplicationStanding = Pick<
  ApplicationRecord,
  'id' | 'planId' | 'state' | 'failure' | 'finishedAt'
>;

export interface ApplicationReader {
  get(id: string): Promise<ApplicationRecord | undefined>;
  /** The latest of each plan, in no order. */
  listLatestOf(planIds: readonly string[]): Promise<readonly ApplicationStanding[]>;
  /** The newest first. */
  list(
    query: PageQuery & { readonly filter?: ApplicationFilter },
  ): Promise<Page<ApplicationRecord>>;
}

export interface ApplicationWriter extends ApplicationReader {
  insert(application: ApplicationRecord): Promise<void>;
  updateIf(
    id: string,
    expectedRevision: number,
    changes: Partial<Omit<ApplicationRecord, 'id' | 'revision' | 'createdAt'>>,
  ): Promise<Updated<ApplicationRecord>>;
  /** Forgets at most so many that have ended; answers how many. */
  deleteEndedBefore(instant: string, limit: number): Promise<number>;
}

export function readApplications(db: Reading): ApplicationReader {
  const all = () => db.selectFrom('applications').selectAll();
  return {
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    listLatestOf: (planIds) =>
      db
        .selectFrom('applications')
        .distinctOn('planId')
        .select(['id', 'planId', 'state', 'failure', 'finishedAt'])
        .where(allOf([isAnyOf('planId', planIds)]))
        .orderBy('planId')
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .execute(),
    async list({ limit, after, filter = {} }) {
      const rows = await all()
        .where(
          allOf([
            is('accountId', filter.accountId),
            is('planId', filter.planId),
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
  };
}

export function writeApplications(trx: Writing): ApplicationWriter {
  const reader = readApplications(trx);
  return {
    ...reader,
    async insert(application) {
      await trx
        .insertInto('applications')
        .values({ ...application, report: JSON.stringify(application.report) })
        .execute();
    },
    async updateIf(id, expectedRevision, { report, ...changes }) {
      const row = await trx
        .updateTable('applications')
        .set({ ...changes, revision: expectedRevision + 1 })
        .$if(report !== undefined, (update) => update.set({ report: JSON.stringify(report) }))
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returningAll()
        .executeTakeFirst();
      return row ?? notUpdated(await reader.get(id));
    },
    async deleteEndedBefore(instant, limit) {
      const ended = trx
        .selectFrom('applications')
        .select('id')
        .where('state', 'in', ['succeeded', 'failed'])
        .where('createdAt', '<', instant)
        .orderBy('createdAt')
        .limit(limit);
      const { numDeletedRows } = await trx
        .deleteFrom('applications')
        .where('id', 'in', ended)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
