import { type SqlBool, sql } from 'kysely';
import type { RequestPreview, RequestState, RoleRequestRecord } from '../../model/records.ts';
import { type Page, type PageQuery, pageOf } from '../page.ts';
import {
  allOf,
  type Condition,
  createdAfter,
  createdBefore,
  is,
  isActor,
  isAnyOf,
  olderThan,
} from './conditions.ts';
import { notUpdated, type Reading, type Updated, type Writing } from './repository.ts';

export interface RoleRequestFilter {
  readonly states?: readonly RequestState[] | undefined;
  /** Id of an actor. */
  readonly requesterId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly blueprint?: string | undefined;
  readonly emergency?: boolean | undefined;
  /** Any of these may approve: a subject and its groups, as `approval.approvers` names them. */
  readonly approvers?: readonly string[] | undefined;
  readonly createdAfter?: string | undefined;
  readonly createdBefore?: string | undefined;
}

/** What lists show: without the preview, which holds a whole plan and may be large. */
export type RoleRequestSummary = Omit<RoleRequestRecord, 'parameters' | 'preview' | 'failure'> & {
  /** Of the preview; null without one. */
  readonly risk: RequestPreview['risk'] | null;
};

export interface RoleRequestReader {
  get(id: string): Promise<RoleRequestRecord | undefined>;
  /** The newest first. */
  list(
    query: PageQuery & { readonly filter?: RoleRequestFilter },
  ): Promise<Page<RoleRequestSummary>>;
  /** Ids of those that wait for approval when `answerBy` has passed; the longest waiting first. */
  listLapsed(now: string, limit: number): Promise<readonly Pick<RoleRequestRecord, 'id'>[]>;
}

export interface RoleRequestWriter extends RoleRequestReader {
  /** The row, kept from others until this transaction ends. */
  getForUpdate(id: string): Promise<RoleRequestRecord | undefined>;
  insert(request: RoleRequestRecord): Promise<void>;
  updateIf(
    id: string,
    expectedRevision: number,
    changes: Partial<Omit<RoleRequestRecord, 'id' | 'revision' | 'createdAt'>>,
  ): Promise<Updated<RoleRequestRecord>>;
  deleteIf(id: string, expectedRevision: number): Promise<'deleted' | 'stale' | 'missing'>;
  /**
   * Forgets at most so many that ended before, as did the grant that came of them, which goes with
   * them and their decisions. What somebody has yet to look at stays. Answers their ids.
   */
  deleteEndedBefore(instant: string, limit: number): Promise<readonly string[]>;
}

export function readRoleRequests(db: Reading): RoleRequestReader {
  const all = () => db.selectFrom('role_requests').selectAll();
  return {
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    async list({ limit, after, filter = {} }) {
      const rows = await db
        .selectFrom('role_requests')
        .select(shown)
        .select(sql<RoleRequestSummary['risk']>`"preview"->>'risk'`.as('risk'))
        .where(allOf([...conditions(filter), after && olderThan(after)]))
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit);
    },
    listLapsed: (now, limit) =>
      db
        .selectFrom('role_requests')
        .select('id')
        .where('state', '=', 'pending-approval')
        .where('answerBy', '<=', now)
        .orderBy('answerBy')
        .limit(limit)
        .execute(),
  };
}

const shown = [
  'id',
  'state',
  'requester',
  'accountId',
  'blueprint',
  'reason',
  'ticket',
  'durationSeconds',
  'answerBy',
  'emergency',
  'approval',
  'grantId',
  'revision',
  'createdAt',
  'updatedAt',
] as const satisfies readonly (keyof RoleRequestSummary)[];

export function writeRoleRequests(trx: Writing): RoleRequestWriter {
  const reader = readRoleRequests(trx);
  return {
    ...reader,
    getForUpdate: (id) =>
      trx
        .selectFrom('role_requests')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst(),
    async insert(request) {
      await trx.insertInto('role_requests').values(request).execute();
    },
    async updateIf(id, expectedRevision, changes) {
      const row = await trx
        .updateTable('role_requests')
        .set({ ...changes, revision: expectedRevision + 1 })
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returningAll()
        .executeTakeFirst();
      return row ?? notUpdated(await reader.get(id));
    },
    async deleteIf(id, expectedRevision) {
      const row = await trx
        .deleteFrom('role_requests')
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returning('id')
        .executeTakeFirst();
      return row === undefined ? notUpdated(await reader.get(id)) : 'deleted';
    },
    deleteEndedBefore: (instant, limit) => deleteEnded(trx, { instant, limit }),
  };
}

function conditions(filter: RoleRequestFilter): readonly Condition[] {
  return [
    isAnyOf('state', filter.states),
    isActor('requester', filter.requesterId),
    is('accountId', filter.accountId),
    is('blueprint', filter.blueprint),
    is('emergency', filter.emergency),
    filter.approvers && mayApprove(filter.approvers),
    createdAfter(filter.createdAfter),
    createdBefore(filter.createdBefore),
  ];
}

function mayApprove(names: readonly string[]): Condition {
  return sql<SqlBool>`exists (
    select from json_array_elements_text("approval"->'approvers') as approver
    where approver = any(${names})
  )`;
}

/** In one statement, so that what refers to a request goes with it. */
async function deleteEnded(
  trx: Writing,
  { instant, limit }: { readonly instant: string; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    with ended as (
      select "id" from role_requests as request
      where "state" in ('fulfilled', 'rejected', 'cancelled', 'lapsed')
        and "updatedAt" < ${instant}::timestamptz
        and not exists (
          select from grants
          where (grants."requestId" = request."id" or grants."id" = request."grantId")
            and (grants."endedAt" is null or grants."endedAt" >= ${instant}::timestamptz
              or (grants."needsReview" and grants."review" is null))
        )
      order by "updatedAt" limit ${limit} for update skip locked
    ),
    decided as (delete from decisions where "requestId" in (select "id" from ended)),
    granted as (delete from grants where "requestId" in (select "id" from ended))
    delete from role_requests where "id" in (select "id" from ended) returning "id"`.execute(trx);
  return rows.map(({ id }) => id);
}
