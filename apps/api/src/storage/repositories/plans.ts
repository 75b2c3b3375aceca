import type { PlanRecord } from '../../model/records.ts';
import type { Reading, Writing } from './repository.ts';

export interface PlanReader {
  get(id: string): Promise<PlanRecord | undefined>;
}

export interface PlanWriter extends PlanReader {
  /** Keeps the first of two with the same id: they are the same plan. */
  insert(plan: PlanRecord): Promise<void>;
}

export function readPlans(db: Reading): PlanReader {
  return {
    get: (id) => db.selectFrom('plans').selectAll().where('id', '=', id).executeTakeFirst(),
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
  };
}
