import type { GuideWalkRecord, WorkState } from '../../model/records.ts';
import { type Page, type PageQuery, pageOf } from '../page.ts';
import { allOf, is, olderThan } from './conditions.ts';
import { notUpdated, type Reading, type Updated, type Writing } from './repository.ts';

/** Without what came of each step. */
export type GuideWalkSummary = Omit<GuideWalkRecord, 'request' | 'result'>;

export interface GuideWalkFilter {
  readonly accountId?: string | undefined;
  readonly guide?: string | undefined;
  readonly state?: WorkState | undefined;
}

export interface GuideWalkReader {
  get(id: string): Promise<GuideWalkRecord | undefined>;
  /** The newest first. */
  list(query: PageQuery & { readonly filter?: GuideWalkFilter }): Promise<Page<GuideWalkSummary>>;
}

export interface GuideWalkWriter extends GuideWalkReader {
  insert(walk: GuideWalkRecord): Promise<void>;
  updateIf(
    id: string,
    expectedRevision: number,
    changes: Partial<Omit<GuideWalkRecord, 'id' | 'revision' | 'createdAt'>>,
  ): Promise<Updated<GuideWalkRecord>>;
  /** Forgets at most so many that have ended; answers how many. */
  deleteEndedBefore(instant: string, limit: number): Promise<number>;
}

export function readGuideWalks(db: Reading): GuideWalkReader {
  return {
    get: (id) => db.selectFrom('guide_walks').selectAll().where('id', '=', id).executeTakeFirst(),
    async list({ limit, after, filter = {} }) {
      const rows = await db
        .selectFrom('guide_walks')
        .select(['id', 'accountId', 'guide', 'state', 'requestedBy', 'counts', 'failure'])
        .select(['revision', 'createdAt', 'finishedAt'])
        .where(
          allOf([
            is('accountId', filter.accountId),
            is('guide', filter.guide),
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

export function writeGuideWalks(trx: Writing): GuideWalkWriter {
  const reader = readGuideWalks(trx);
  return {
    ...reader,
    async insert(walk) {
      await trx
        .insertInto('guide_walks')
        .values({ ...walk, result: JSON.stringify(walk.result) })
        .execute();
    },
    async updateIf(id, expectedRevision, { result, ...changes }) {
      const row = await trx
        .updateTable('guide_walks')
        .set({ ...changes, revision: expectedRevision + 1 })
        .$if(result !== undefined, (update) => update.set({ result: JSON.stringify(result) }))
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returningAll()
        .executeTakeFirst();
      return row ?? notUpdated(await reader.get(id));
    },
    async deleteEndedBefore(instant, limit) {
      const ended = trx
        .selectFrom('guide_walks')
        .select('id')
        .where('state', 'in', ['succeeded', 'failed'])
        .where('createdAt', '<', instant)
        .orderBy('createdAt')
        .limit(limit);
      const { numDeletedRows } = await trx
        .deleteFrom('guide_walks')
        .where('id', 'in', ended)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
