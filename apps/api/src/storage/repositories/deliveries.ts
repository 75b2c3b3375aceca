import type { DeliveryRecord } from '../../model/records.ts';
import { type Page, type PageQuery, pageOf } from '../page.ts';
import { allOf, is, olderThan } from './conditions.ts';
import type { Reading, Writing } from './repository.ts';

export interface DeliveryFilter {
  readonly target?: string | undefined;
  readonly channel?: DeliveryRecord['channel'] | undefined;
  readonly state?: DeliveryRecord['state'] | undefined;
}

export interface DeliveryReader {
  get(id: string): Promise<DeliveryRecord | undefined>;
  /** The newest first. */
  list(query: PageQuery & { readonly filter?: DeliveryFilter }): Promise<Page<DeliveryRecord>>;
  /** Pending ones whose time has come, the longest due first. */
  listDue(now: string, limit: number): Promise<readonly DeliveryRecord[]>;
}

export interface DeliveryWriter extends DeliveryReader {
  /** The row, kept from others until this transaction ends. */
  getForUpdate(id: string): Promise<DeliveryRecord | undefined>;
  /** `exists`: one with this id was there, so a job that comes twice tells nobody twice. */
  insert(delivery: DeliveryRecord): Promise<'inserted' | 'exists'>;
  update(
    id: string,
    changes: Partial<Omit<DeliveryRecord, 'id' | 'payload' | 'createdAt'>>,
  ): Promise<DeliveryRecord | 'missing'>;
  /** Forgets at most so many that are done with; answers how many. */
  deleteSettledBefore(instant: string, limit: number): Promise<number>;
}

export function readDeliveries(db: Reading): DeliveryReader {
  const all = () => db.selectFrom('deliveries').selectAll();
  return {
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    async list({ limit, after, filter = {} }) {
      const rows = await all()
        .where(
          allOf([
            is('target', filter.target),
            is('channel', filter.channel),
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
    listDue: (now, limit) =>
      all()
        .where('state', '=', 'pending')
        .where('nextAttemptAt', '<=', now)
        .orderBy('nextAttemptAt')
        .limit(limit)
        .execute(),
  };
}

export function writeDeliveries(trx: Writing): DeliveryWriter {
  return {
    ...readDeliveries(trx),
    getForUpdate: (id) =>
      trx.selectFrom('deliveries').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    async insert(delivery) {
      const row = await trx
        .insertInto('deliveries')
        .values({ ...delivery, payload: JSON.stringify(delivery.payload) })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return row === undefined ? 'exists' : 'inserted';
    },
    async update(id, changes) {
      const row = await trx
        .updateTable('deliveries')
        .set(changes)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row ?? 'missing';
    },
    async deleteSettledBefore(instant, limit) {
      const settled = trx
        .selectFrom('deliveries')
        .select('id')
        .where('state', '<>', 'pending')
        .where('createdAt', '<', instant)
        .orderBy('createdAt')
        .limit(limit);
      const { numDeletedRows } = await trx
        .deleteFrom('deliveries')
        .where('id', 'in', settled)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
