import type { RuleChangeRecord } from '../../model/records.ts';
import { type Page, type PageQuery, pageOf } from '../page.ts';
import { allOf, is, olderThan } from './conditions.ts';
import { notUpdated, type Reading, type Updated, type Writing } from './repository.ts';

export interface RuleChangeReader {
  get(id: string): Promise<RuleChangeRecord | undefined>;
  /** The newest first. */
  list(
    query: PageQuery & {
      readonly filter?: { readonly state?: RuleChangeRecord['state'] | undefined };
    },
  ): Promise<Page<RuleChangeRecord>>;
  countPending(): Promise<number>;
  /** Ids of those that wait: of one person, or proposed by an instant. */
  listPending(which: {
    readonly proposedById?: string;
    readonly by?: string;
  }): Promise<readonly string[]>;
}

export interface RuleChangeWriter extends RuleChangeReader {
  /** The row, kept from others until this transaction ends. */
  getForUpdate(id: string): Promise<RuleChangeRecord | undefined>;
  insert(change: RuleChangeRecord): Promise<void>;
  updateIf(
    id: string,
    expectedRevision: number,
    changes: Pick<RuleChangeRecord, 'state' | 'decidedBy' | 'decidedAt' | 'comment'>,
  ): Promise<Updated<RuleChangeRecord>>;
}

export function readRuleChanges(db: Reading): RuleChangeReader {
  const all = () => db.selectFrom('rule_changes').selectAll();
  return {
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    async list({ limit, after, filter = {} }) {
      const rows = await all()
        .where(allOf([is('state', filter.state), after && olderThan(after)]))
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit);
    },
    async listPending({ proposedById, by }) {
      const rows = await all().where('state', '=', 'pending').orderBy('id').execute();
      return rows
        .filter(
          ({ proposedBy, createdAt }) =>
            (proposedById === undefined || proposedBy.id === proposedById) &&
            (by === undefined || Date.parse(createdAt) <= Date.parse(by)),
        )
        .map(({ id }) => id);
    },
    async countPending() {
      const { count } = await db
        .selectFrom('rule_changes')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('state', '=', 'pending')
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

export function writeRuleChanges(trx: Writing): RuleChangeWriter {
  const reader = readRuleChanges(trx);
  return {
    ...reader,
    getForUpdate: (id) =>
      trx
        .selectFrom('rule_changes')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst(),
    async insert(change) {
      await trx
        .insertInto('rule_changes')
        .values({ ...change, edit: JSON.stringify(change.edit) })
        .execute();
    },
    async updateIf(id, expectedRevision, changes) {
      const row = await trx
        .updateTable('rule_changes')
        .set({ ...changes, revision: expectedRevision + 1 })
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returningAll()
        .executeTakeFirst();
      return row ?? notUpdated(await reader.get(id));
    },
  };
}
