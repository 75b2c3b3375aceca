import type { DecisionRecord } from '../../model/records.ts';
import type { Reading, Writing } from './repository.ts';

export interface DecisionReader {
  get(id: string): Promise<DecisionRecord | undefined>;
  /** All of a request, voided ones too, the oldest first. */
  listOf(requestId: string): Promise<readonly DecisionRecord[]>;
}

export interface DecisionWriter extends DecisionReader {
  /** `exists`: this approver has a valid decision on the request. */
  insert(decision: DecisionRecord): Promise<'inserted' | 'exists'>;
  /** The plan moved: nobody has decided any more. Answers how many were voided. */
  voidAllOf(requestId: string): Promise<number>;
}

export function readDecisions(db: Reading): DecisionReader {
  const all = () => db.selectFrom('decisions').selectAll();
  return {
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    listOf: (requestId) =>
      all().where('requestId', '=', requestId).orderBy('createdAt').orderBy('id').execute(),
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
    async voidAllOf(requestId) {
      const { numUpdatedRows } = await trx
        .updateTable('decisions')
        .set({ valid: false })
        .where('requestId', '=', requestId)
        .where('valid', '=', true)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
