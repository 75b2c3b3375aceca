import type { PlanSetMemberRecord, PlanSetRecord, WorkState } from '../../model/records.ts';
import { type Page, type PageQuery, pageOf } from '../page.ts';
import { allOf, is, olderThan } from './conditions.ts';
import { notUpdated, type Reading, type Updated, type Writing } from './repository.ts';

/** Without the manifest. */
export type PlanSetSummary = Omit<PlanSetRecord, 'request'>;

export interface PlanSetReader {
  get(id: string): Promise<PlanSetRecord | undefined>;
  /** In the order of the manifest. */
  listMembers(setId: string): Promise<readonly PlanSetMemberRecord[]>;
  /** The newest first. */
  list(
    query: PageQuery & { readonly filter?: { readonly state?: WorkState | undefined } },
  ): Promise<Page<PlanSetSummary>>;
}

export type MemberOutcome = Pick<PlanSetMemberRecord, 'state' | 'planId' | 'summary' | 'failure'>;

export interface PlanSetWriter extends PlanSetReader {
  insert(set: PlanSetRecord, members: readonly PlanSetMemberRecord[]): Promise<void>;
  updateIf(
    id: string,
    expectedRevision: number,
    changes: Partial<Pick<PlanSetRecord, 'state' | 'failure' | 'finishedAt'>>,
  ): Promise<Updated<PlanSetRecord>>;
  /** Of a member that waits; false where somebody settled it before. */
  settleMember(
    member: Pick<PlanSetMemberRecord, 'setId' | 'position'>,
    outcome: MemberOutcome,
  ): Promise<boolean>;
  /** Forgets at most so many that have ended, with their members; answers how many. */
  deleteEndedBefore(instant: string, limit: number): Promise<number>;
}

const summaryColumns = [
  'id',
  'scope',
  'state',
  'requestedBy',
  'failure',
  'revision',
  'createdAt',
  'finishedAt',
] as const;

export function readPlanSets(db: Reading): PlanSetReader {
  return {
    get: (id) => db.selectFrom('plan_sets').selectAll().where('id', '=', id).executeTakeFirst(),
    listMembers: (setId) =>
      db
        .selectFrom('plan_set_members')
        .selectAll()
        .where('setId', '=', setId)
        .orderBy('position')
        .execute(),
    async list({ limit, after, filter = {} }) {
      const rows = await db
        .selectFrom('plan_sets')
        .select(summaryColumns)
        .where(allOf([is('state', filter.state), after && olderThan(after)]))
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit);
    },
  };
}

export function writePlanSets(trx: Writing): PlanSetWriter {
  const reader = readPlanSets(trx);
  return {
    ...reader,
    async insert(set, members) {
      await trx.insertInto('plan_sets').values(set).execute();
      const rows = members.map(({ tags, ...member }) => ({
        ...member,
        tags: JSON.stringify(tags),
      }));
      await trx.insertInto('plan_set_members').values(rows).execute();
    },
    async updateIf(id, expectedRevision, changes) {
      const row = await trx
        .updateTable('plan_sets')
        .set({ ...changes, revision: expectedRevision + 1 })
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returningAll()
        .executeTakeFirst();
      return row ?? notUpdated(await reader.get(id));
    },
    async settleMember({ setId, position }, outcome) {
      const { numUpdatedRows } = await trx
        .updateTable('plan_set_members')
        .set(outcome)
        .where('setId', '=', setId)
        .where('position', '=', position)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return Number(numUpdatedRows) === 1;
    },
    async deleteEndedBefore(instant, limit) {
      const ended = trx
        .selectFrom('plan_sets')
        .select('id')
        .where('finishedAt', 'is not', null)
        .where('createdAt', '<', instant)
        .orderBy('createdAt')
        .limit(limit);
      const { numDeletedRows } = await trx
        .deleteFrom('plan_sets')
        .where('id', 'in', ended)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
