import type { DecisionRecord } from '../../model/records.ts';
import { allOf, isAnyOf } from './conditions.ts';
import type { Reading, Writing } from './repository.ts';

export interface DecisionReader {
  get(id: string): Promise<DecisionRecord | undefined>;
  /** All of these requests, voided ones too, the oldest first. */
  listOf(...requestIds: readonly string[]): Promise<readonly DecisionRecord[]>;
}

export interface DecisionWriter extends DecisionReader {
  /** `exists`: this approver has a valid decision on the request. */
  insert(decision: DecisionRecord): Promise<'inserted' | 'exists'>;
  /** Of these requests nobody has decided any more. Answers how many were voided. */
  voidOf(requestIds: readonly string[]): Promise<number>;
}

export function readDecisions(db: Reading): DecisionReader {
  const all = () => db.selectFrom('decisions').selectAll();
  return {
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    listOf: (...requestIds) =>
      all()
        .where(allOf([isAnyOf('requestId', requestIds)]))
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
  };
}

export function writeDecisions(trx: Writing): DecisionWriter {
  return {
    ...readDecisions(trx),
    async insert(decision) {
      const row = await trx
        .insertInto('decisions')
        .values(decision)
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return row === undefined ? 'exists' : 'inserted';
    },
    async voidOf(requestIds) {
      const { numUpdatedRows } = await trx
        .updateTable('decisions')
        .set({ valid: false })
        .where(allOf([isAnyOf('requestId', requestIds)]))
        .where('valid', '=', true)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
