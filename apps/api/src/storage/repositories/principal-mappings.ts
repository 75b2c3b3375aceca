import type { PrincipalMapping } from '../../model/records.ts';
import type { Reading, Writing } from './repository.ts';

type MappingKey = Pick<PrincipalMapping, 'subject' | 'accountId'>;

export interface PrincipalMappingReader {
  get(key: MappingKey): Promise<PrincipalMapping | undefined>;
  /** The mapping for this account, else the one for all accounts (`*`). */
  find(key: MappingKey): Promise<PrincipalMapping | undefined>;
  /** By subject and account, behind one of them. */
  list(query: {
    readonly limit: number;
    readonly after?: MappingKey | undefined;
  }): Promise<readonly PrincipalMapping[]>;
}

export interface PrincipalMappingWriter extends PrincipalMappingReader {
  put(mapping: PrincipalMapping): Promise<void>;
  delete(key: MappingKey): Promise<'deleted' | 'missing'>;
}

export function readPrincipalMappings(db: Reading): PrincipalMappingReader {
  const all = () => db.selectFrom('principal_mappings').selectAll();
  return {
    get: ({ subject, accountId }) =>
      all().where('subject', '=', subject).where('accountId', '=', accountId).executeTakeFirst(),
    find: ({ subject, accountId }) =>
      all()
        .where('subject', '=', subject)
        .where('accountId', 'in', [accountId, '*'])
        // '*' sorts before every digit.
        .orderBy('accountId', 'desc')
        .limit(1)
        .executeTakeFirst(),
    list: ({ limit, after }) => {
      const rows = all().orderBy('subject').orderBy('accountId').limit(limit);
      if (after === undefined) return rows.execute();
      return rows
        .where((eb) =>
          eb.or([
            eb('subject', '>', after.subject),
            eb.and([eb('subject', '=', after.subject), eb('accountId', '>', after.accountId)]),
          ]),
        )
        .execute();
    },
  };
}

export function writePrincipalMappings(trx: Writing): PrincipalMappingWriter {
  return {
    ...readPrincipalMappings(trx),
    async put(mapping) {
      await trx
        .insertInto('principal_mappings')
        .values(mapping)
        .onConflict((conflict) =>
          conflict.columns(['subject', 'accountId']).doUpdateSet({ principal: mapping.principal }),
        )
        .execute();
    },
    async delete({ subject, accountId }) {
      const row = await trx
        .deleteFrom('principal_mappings')
        .where('subject', '=', subject)
        .where('accountId', '=', accountId)
        .returning('subject')
        .executeTakeFirst();
      return row === undefined ? 'missing' : 'deleted';
    },
  };
}
