import type { Delegation } from '../../model/records.ts';
import { allOf, is } from './conditions.ts';
import type { Reading, Writing } from './repository.ts';

export interface DelegationReader {
  get(id: string): Promise<Delegation | undefined>;
  /** In whose place somebody may answer now. */
  listInForceFor(delegate: string, now: string): Promise<readonly Delegation[]>;
  /** Past and future ones too, the newest first, behind one of them. */
  list(query: {
    readonly limit: number;
    readonly beforeId?: string | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  }): Promise<readonly Delegation[]>;
}

export interface DelegationWriter extends DelegationReader {
  insert(delegation: Delegation): Promise<void>;
  delete(id: string): Promise<'deleted' | 'missing'>;
}

export function readDelegations(db: Reading): DelegationReader {
  const all = () => db.selectFrom('delegations').selectAll();
  return {
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    listInForceFor: (delegate, now) =>
      all()
        .where('to', '=', delegate)
        .where('startsAt', '<=', now)
        .where('endsAt', '>', now)
        .orderBy('id')
        .execute(),
    list: ({ limit, beforeId, from, to }) => {
      const rows = all()
        .where(allOf([is('from', from), is('to', to)]))
        .orderBy('id', 'desc')
        .limit(limit);
      return (beforeId === undefined ? rows : rows.where('id', '<', beforeId)).execute();
    },
  };
}

export function writeDelegations(trx: Writing): DelegationWriter {
  return {
    ...readDelegations(trx),
    async insert(delegation) {
      await trx.insertInto('delegations').values(delegation).execute();
    },
    async delete(id) {
      const row = await trx
        .deleteFrom('delegations')
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return row === undefined ? 'missing' : 'deleted';
    },
  };
}
