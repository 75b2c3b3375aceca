import type { Actor, SecretRecord } from '../../model/records.ts';
import { type Page, type PageQuery, pageOf } from '../page.ts';
import { allOf, is, olderThan } from './conditions.ts';
import type { Reading, Writing } from './repository.ts';

/** A secret of a user in an account. */
export type SecretOfUser = Pick<SecretRecord, 'accountId' | 'user'>;

export interface SecretReader {
  get(id: string): Promise<SecretRecord | undefined>;
  /** Of one application, the newest first. */
  list(query: PageQuery & { readonly applicationId: string }): Promise<Page<SecretRecord>>;
  /** Whether an access key waits for its custodians, or was fetched by one. */
  hasKey(key: SecretOfUser & { readonly accessKeyId: string }): Promise<boolean>;
  /** Those that still wait though their time is over. */
  listOverdue(now: string, limit: number): Promise<readonly SecretRecord[]>;
}

export interface SecretWriter extends SecretReader {
  getForUpdate(id: string): Promise<SecretRecord | undefined>;
  insert(secret: SecretRecord, ciphertext: string): Promise<void>;
  /** It is live. */
  settle(id: string): Promise<void>;
  /** As if it had never been; answers whether it still waited. */
  discard(id: string): Promise<boolean>;
  /** Takes away the other passwords of the user that wait: they hold no longer. */
  discardPasswordsBut(
    id: string,
    of: SecretOfUser,
  ): Promise<readonly Pick<SecretRecord, 'id' | 'applicationId'>[]>;
  /** The ciphertext, which is gone with that; undefined where it does not wait any more. */
  take(
    id: string,
    by: { readonly readBy: Actor; readonly readAt: string },
  ): Promise<{ readonly secret: SecretRecord; readonly ciphertext: string } | undefined>;
  /** Deletes the ciphertext; undefined where it does not wait any more. */
  expire(id: string): Promise<SecretRecord | undefined>;
  /** Forgets at most so many that no longer wait; answers how many. */
  deleteEndedBefore(instant: string, limit: number): Promise<number>;
}

const columns = [
  'id',
  'applicationId',
  'accountId',
  'user',
  'kind',
  'accessKeyId',
  'recipients',
  'state',
  'settled',
  'revision',
  'createdAt',
  'expiresAt',
  'readBy',
  'readAt',
] as const;

export function readSecrets(db: Reading): SecretReader {
  const all = () => db.selectFrom('secrets').select(columns);
  return {
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    async list({ limit, after, applicationId }) {
      const rows = await all()
        .where(allOf([is('applicationId', applicationId), after && olderThan(after)]))
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit);
    },
    async hasKey({ accountId, user, accessKeyId }) {
      const row = await db
        .selectFrom('secrets')
        .select('id')
        .where('accountId', '=', accountId)
        .where('user', '=', user)
        .where('accessKeyId', '=', accessKeyId)
        .where('state', 'in', ['waiting', 'read'])
        .executeTakeFirst();
      return row !== undefined;
    },
    listOverdue: (now, limit) =>
      all()
        .where('state', '=', 'waiting')
        .where('expiresAt', '<=', now)
        .orderBy('expiresAt')
        .limit(limit)
        .execute(),
  };
}

export function writeSecrets(trx: Writing): SecretWriter {
  const ofRow = (id: string) =>
    trx.selectFrom('secrets').select(columns).where('id', '=', id).forUpdate();
  return {
    ...readSecrets(trx),
    getForUpdate: (id) => ofRow(id).executeTakeFirst(),
    async insert(secret, ciphertext) {
      const recipients = JSON.stringify(secret.recipients);
      await trx
        .insertInto('secrets')
        .values({ ...secret, recipients, ciphertext })
        .execute();
    },
    async settle(id) {
      await trx.updateTable('secrets').set({ settled: true }).where('id', '=', id).execute();
    },
    async discard(id) {
      const { numDeletedRows } = await trx
        .deleteFrom('secrets')
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    discardPasswordsBut: (id, { accountId, user }) =>
      trx
        .deleteFrom('secrets')
        .where('accountId', '=', accountId)
        .where('user', '=', user)
        .where('kind', '=', 'password')
        .where('state', '=', 'waiting')
        .where('id', '<>', id)
        .returning(['id', 'applicationId'])
        .execute(),
    async take(id, by) {
      const row = await ofRow(id).select('ciphertext').executeTakeFirst();
      if (row?.state !== 'waiting' || row.ciphertext === null) return undefined;
      const secret = await endSecret(trx, id, { ...by, state: 'read' });
      return { secret, ciphertext: row.ciphertext };
    },
    async expire(id) {
      const row = await ofRow(id).executeTakeFirst();
      return row?.state === 'waiting' ? endSecret(trx, id, { state: 'expired' }) : undefined;
    },
    async deleteEndedBefore(instant, limit) {
      const ended = trx
        .selectFrom('secrets')
        .select('id')
        .where('state', '<>', 'waiting')
        .where('createdAt', '<', instant)
        .orderBy('createdAt')
        .limit(limit);
      const { numDeletedRows } = await trx
        .deleteFrom('secrets')
        .where('id', 'in', ended)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** Of a row that this transaction has locked. */
function endSecret(
  trx: Writing,
  id: string,
  changes: Partial<Pick<SecretRecord, 'state' | 'readBy' | 'readAt'>>,
): Promise<SecretRecord> {
  return trx
    .updateTable('secrets')
    .set((eb) => ({ ...changes, ciphertext: null, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();
}
