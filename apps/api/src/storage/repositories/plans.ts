import { type ExpressionBuilder, sql } from 'kysely';
import type { PlanDecision, PlanRecord } from '../../model/records.ts';
import { type Page, type PageQuery, pageOf } from '../page.ts';
import type { Tables } from '../tables.ts';
import { allOf, is, isAnyOf, olderThan } from './conditions.ts';
import type { Reading, Writing } from './repository.ts';

export type PlanSummary = Pick<PlanRecord, 'id' | 'accountId' | 'madeBy' | 'createdAt'>;

/** What is to be known of a plan before it is carried out. */
export type PlanStanding = Pick<PlanRecord, 'id' | 'review' | 'decision' | 'createdAt'>;

export interface PlanReader {
  get(id: string): Promise<PlanRecord | undefined>;
  /** Of those that are there, in no order. */
  listStandings(ids: readonly string[]): Promise<readonly PlanStanding[]>;
  /** The newest first, without the plans themselves. */
  list(
    query: PageQuery & { readonly filter?: { readonly accountId?: string | undefined } },
  ): Promise<Page<PlanSummary>>;
}

export interface PlanWriter extends PlanReader {
  /** The row, kept from others until this transaction ends. */
  getForUpdate(id: string): Promise<PlanRecord | undefined>;
  decide(id: string, decision: PlanDecision): Promise<void>;
  /** Takes back what these approved and nobody has carried out; answers of which plans. */
  voidApprovalsOf(actorIds: readonly string[]): Promise<readonly string[]>;
  /** Keeps the first of two with the same id: they are the same plan. */
  insert(plan: PlanRecord): Promise<void>;
  /** Puts one that was made anew in the place of the one with its id. */
  replace(plan: PlanRecord): Promise<void>;
  /** Forgets at most so many of which no application is kept; answers how many. */
  deleteUnusedBefore(instant: string, limit: number): Promise<number>;
}

export function readPlans(db: Reading): PlanReader {
  return {
    get: (id) => db.selectFrom('plans').selectAll().where('id', '=', id).executeTakeFirst(),
    listStandings: (ids) =>
      db
        .selectFrom('plans')
        .select(['id', 'review', 'decision', 'createdAt'])
        .where(allOf([isAnyOf('id', ids)]))
        .execute(),
    async list({ limit, after, filter = {} }) {
      const rows = await db
        .selectFrom('plans')
        .select(['id', 'accountId', 'madeBy', 'createdAt'])
        .where(allOf([is('accountId', filter.accountId), after && olderThan(after)]))
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit);
    },
  };
}

export function writePlans(trx: Writing): PlanWriter {
  return {
    ...readPlans(trx),
    async insert(plan) {
      await trx
        .insertInto('plans')
        .values({
          ...plan,
          manifest: JSON.stringify(plan.manifest),
          plan: JSON.stringify(plan.plan),
          review: JSON.stringify(plan.review),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async replace({ id, manifest, plan, review, ...record }) {
      const texts = {
        manifest: JSON.stringify(manifest),
        plan: JSON.stringify(plan),
        review: JSON.stringify(review),
      };
      await trx
        .updateTable('plans')
        .set({ ...record, ...texts })
        .where('id', '=', id)
        .execute();
    },
    getForUpdate: (id) =>
      trx.selectFrom('plans').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    async decide(id, decision) {
      await trx.updateTable('plans').set({ decision }).where('id', '=', id).execute();
    },
    async voidApprovalsOf(actorIds) {
      const rows = await trx
        .updateTable('plans')
        .set({ decision: null })
        .where(sql`"decision" ->> 'decision'`, '=', 'approve')
        .where(sql`"decision" -> 'by' ->> 'id'`, 'in', [...actorIds])
        .where(isUnused)
        .returning('id')
        .execute();
      return rows.map(({ id }) => id);
    },
    async deleteUnusedBefore(instant, limit) {
      const unused = trx
        .selectFrom('plans')
        .select('id')
        .where('createdAt', '<', instant)
        .where(isUnused)
        .orderBy('createdAt')
        .limit(limit)
        // One that is being applied just now is held by who does.
        .forUpdate()
        .skipLocked();
      const { numDeletedRows } = await trx
        .deleteFrom('plans')
        .where('id', 'in', unused)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function isUnused({ not, exists, selectFrom }: ExpressionBuilder<Tables, 'plans'>) {
  return not(
    exists(
      selectFrom('applications')
        .select('applications.id')
        .whereRef('applications.planId', '=', 'plans.id'),
    ),
  );
}
