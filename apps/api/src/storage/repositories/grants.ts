import type { GrantRecord, GrantState } from '../../model/records.ts';
import { type Page, type PageQuery, pageOf } from '../page.ts';
import { allOf, is, isActor, isAnyOf, isBefore, olderThan } from './conditions.ts';
import { notUpdated, type Reading, type Updated, type Writing } from './repository.ts';

export interface GrantFilter {
  readonly states?: readonly GrantState[] | undefined;
  /** Id of an actor. */
  readonly holderId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly blueprint?: string | undefined;
  readonly needsReview?: boolean | undefined;
  /** ISO 8601. */
  readonly expiresBefore?: string | undefined;
}

export interface GrantReader {
  get(id: string): Promise<GrantRecord | undefined>;
  getByRequest(requestId: string): Promise<GrantRecord | undefined>;
  /** The newest first. */
  list(query: PageQuery & { readonly filter?: GrantFilter }): Promise<Page<GrantRecord>>;
  /**
   * What time has something to do with: `expire` where the end has come, `warn` where it comes
   * before `warnUntil` and nobody was warned. The most urgent first.
   */
  listDue(query: {
    readonly now: string;
    readonly warnUntil: string;
    readonly limit: number;
  }): Promise<readonly { readonly due: 'expire' | 'warn'; readonly grant: GrantRecord }[]>;
  /** Emergencies that nobody has looked at. */
  countUnreviewed(): Promise<number>;
}

export interface GrantWriter extends GrantReader {
  /** The row, kept from others until this transaction ends. */
  getForUpdate(id: string): Promise<GrantRecord | undefined>;
  insert(grant: GrantRecord): Promise<void>;
  updateIf(
    id: string,
    expectedRevision: number,
    changes: Partial<Omit<GrantRecord, 'id' | 'revision' | 'createdAt'>>,
  ): Promise<Updated<GrantRecord>>;
}

export function readGrants(db: Reading): GrantReader {
  const all = () => db.selectFrom('grants').selectAll();
  return {
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    getByRequest: (requestId) =>
      all()
        .where('requestId', '=', requestId)
        .orderBy('createdAt', 'desc')
        .limit(1)
        .executeTakeFirst(),
    async list({ limit, after, filter = {} }) {
      const rows = await all()
        .where(
          allOf([
            isAnyOf('state', filter.states),
            isActor('holder', filter.holderId),
            is('accountId', filter.accountId),
            is('blueprint', filter.blueprint),
            is('needsReview', filter.needsReview),
            isBefore('expiresAt', filter.expiresBefore),
            after && olderThan(after),
          ]),
        )
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit);
    },
    async countUnreviewed() {
      const { count } = await db
        .selectFrom('grants')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('needsReview', '=', true)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async listDue({ now, warnUntil, limit }) {
      const rows = await all()
        .where('state', 'in', ['active', 'expiring'])
        .where((eb) =>
          eb.or([
            eb('expiresAt', '<=', now),
            eb.and([eb('state', '=', 'active'), eb('expiresAt', '<=', warnUntil)]),
          ]),
        )
        .orderBy('expiresAt')
        .limit(limit)
        .execute();
      return rows.map((grant) => ({
        due: Date.parse(grant.expiresAt) <= Date.parse(now) ? 'expire' : 'warn',
        grant,
      }));
    },
  };
}

export function writeGrants(trx: Writing): GrantWriter {
  const reader = readGrants(trx);
  return {
    ...reader,
    getForUpdate: (id) =>
      trx.selectFrom('grants').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    async insert(grant) {
      await trx
        .insertInto('grants')
        .values({ ...grant, manifest: JSON.stringify(grant.manifest) })
        .execute();
    },
    async updateIf(id, expectedRevision, { manifest, ...changes }) {
      const row = await trx
        .updateTable('grants')
        .set({ ...changes, revision: expectedRevision + 1 })
        .$if(manifest !== undefined, (update) => update.set({ manifest: JSON.stringify(manifest) }))
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returningAll()
        .executeTakeFirst();
      return row ?? notUpdated(await reader.get(id));
    },
  };
}
