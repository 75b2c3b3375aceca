import { type SqlBool, sql } from 'kysely';
import type { RequestState, RoleRequestRecord } from '../../model/records.ts';
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

export interface RoleRequestReader {
  get(id: string): Promise<RoleRequestRecord | undefined>;
  /** The newest first. */
  list(
    query: PageQuery & { readonly filter?: RoleRequestFilter },
  ): Promise<Page<RoleRequestRecord>>;
  /** Still waiting for approval when `answerBy` has passed; the longest waiting first. */
  listLapsed(now: string, limit: number): Promise<readonly RoleRequestRecord[]>;
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
}

export function readRoleRequests(db: Reading): RoleRequestReader {
  const all = () => db.selectFrom('role_requests').selectAll();
  return {
    get: (id) => all().where('id', '=', id).executeTakeFirst(),
    async list({ limit, after, filter = {} }) {
      const rows = await all()
        .where(allOf([...conditions(filter), after && olderThan(after)]))
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit);
    },
    listLapsed: (now, limit) =>
      all()
        .where('state', '=', 'pending-approval')
        .where('answerBy', '<=', now)
        .orderBy('answerBy')
        .limit(limit)
        .execute(),
  };
}

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
