import type { ApiTokenRecord } from '../../identity/api-tokens.ts';
import { type Page, type PageQuery, pageOf } from '../page.ts';
import { allOf, isActor, olderThan } from './conditions.ts';
import type { Reading, Writing } from './repository.ts';

export interface ApiTokenReader {
  /** Revoked and expired ones too: who asks decides what they are worth. */
  get(id: string): Promise<ApiTokenRecord | undefined>;
  /** The newest first. */
  list(query: PageQuery): Promise<Page<ApiTokenRecord>>;
  /** Those that act for this actor or that it made, but for revoked ones. */
  listOf(actorId: string): Promise<readonly ApiTokenRecord[]>;
}

export interface ApiTokenWriter extends ApiTokenReader {
  insert(token: ApiTokenRecord): Promise<void>;
  /** Once and for all; the first revocation's time stays. */
  revoke(id: string, now: string): Promise<ApiTokenRecord | 'missing'>;
  noteUse(id: string, now: string): Promise<void>;
}

export function readApiTokens(db: Reading): ApiTokenReader {
  const all = () => db.selectFrom('api_tokens').selectAll();
  return {
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    async list({ limit, after }) {
      const rows = await all()
        .where(allOf([after && olderThan(after)]))
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit);
    },
    listOf: (actorId) =>
      all()
        .where('revokedAt', 'is', null)
        .where((eb) => eb.or(involving(actorId)))
        .orderBy('id')
        .execute(),
  };
}

function involving(actorId: string) {
  return [isActor('actor', actorId), isActor('createdBy', actorId)].filter(
    (condition) => condition !== undefined,
  );
}

export function writeApiTokens(trx: Writing): ApiTokenWriter {
  return {
    ...readApiTokens(trx),
    async insert(token) {
      await trx.insertInto('api_tokens').values(token).execute();
    },
    async revoke(id, now) {
      const row = await trx
        .updateTable('api_tokens')
        .set((eb) => ({ revokedAt: eb.fn.coalesce('revokedAt', eb.val(now)) }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row ?? 'missing';
    },
    async noteUse(id, now) {
      await trx.updateTable('api_tokens').set({ lastUsedAt: now }).where('id', '=', id).execute();
    },
  };
}
