import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { Delegation, RoleRequestRecord } from '../../model/records.ts';
import { pageOf } from '../page.ts';
import type { DelegationReader } from '../repositories/delegations.ts';
import type {
  RoleRequestFilter,
  RoleRequestReader,
  RoleRequestSummary,
} from '../repositories/role-requests.ts';
import { createStore, type Store } from '../store.ts';
import type { Tables } from '../tables.ts';

/**
 * A store whose role requests and delegations lie in memory, by the interfaces of those that are
 * stored. All else of it throws: there is no database behind it.
 */
export function memoryStore(
  requests: readonly RoleRequestRecord[],
  delegations: readonly Delegation[] = [],
): Store {
  const database = {
    kind: 'pglite',
    sql: nowhere(),
    jobs: {},
    ping: refuse,
    close: refuse,
  } as const;
  return {
    ...createStore(database, { send: refuse }),
    roleRequests: requestsInMemory(requests),
    delegations: delegationsInMemory(delegations),
  };
}

function requestsInMemory(records: readonly RoleRequestRecord[]): RoleRequestReader {
  const byId = new Map(records.map((record) => [record.id, record]));
  return {
    get: async (id) => byId.get(id),
    async list({ limit, after, filter = {} }) {
      const newest = [...byId.values()]
        .filter((record) => fits(record, filter))
        .filter((record) => after === undefined || orderOf(record) < orderOf(after))
        .sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
      return pageOf(newest.slice(0, limit + 1).map(summaryOf), limit);
    },
    listLapsed: async (now, limit) =>
      [...byId.values()]
        .filter(({ state, answerBy }) => state === 'pending-approval' && answerBy <= now)
        .sort((a, b) => (a.answerBy < b.answerBy ? -1 : 1))
        .slice(0, limit),
  };
}

function summaryOf(record: RoleRequestRecord): RoleRequestSummary {
  const { parameters: _p, preview, failure: _f, ...shown } = record;
  return { ...shown, risk: preview?.risk ?? null };
}

/** By moment, then by id: instants of ISO 8601 are all as long. */
function orderOf({ createdAt, id }: Pick<RoleRequestRecord, 'createdAt' | 'id'>): string {
  return `${createdAt} ${id}`;
}

function fits(record: RoleRequestRecord, filter: RoleRequestFilter): boolean {
  const { states, requesterId, accountId, blueprint, emergency, approvers } = filter;
  return (
    (states === undefined || states.includes(record.state)) &&
    (requesterId === undefined || record.requester.id === requesterId) &&
    (accountId === undefined || record.accountId === accountId) &&
    (blueprint === undefined || record.blueprint === blueprint) &&
    (emergency === undefined || record.emergency === emergency) &&
    (approvers === undefined ||
      (record.approval?.approvers.some((name) => approvers.includes(name)) ?? false)) &&
    (filter.createdAfter === undefined || timeOf(record.createdAt) > timeOf(filter.createdAfter)) &&
    (filter.createdBefore === undefined || timeOf(record.createdAt) < timeOf(filter.createdBefore))
  );
}

/** What comes from a client may have an offset. */
const timeOf = (instant: string): number => Date.parse(instant);

function delegationsInMemory(records: readonly Delegation[]): DelegationReader {
  const byId = new Map(records.map((record) => [record.id, record]));
  return {
    get: async (id) => byId.get(id),
    listInForceFor: async (delegate, now) =>
      [...byId.values()]
        .filter(({ to, startsAt, endsAt }) => to === delegate && startsAt <= now && endsAt > now)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    list: async ({ limit, beforeId, from, to }) =>
      [...byId.values()]
        .filter((one) => from === undefined || one.from === from)
        .filter((one) => to === undefined || one.to === to)
        .filter((one) => beforeId === undefined || one.id < beforeId)
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit),
  };
}

/** Throws when it is asked, rather than answer that there is nothing. */
function nowhere(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [
      {
        transformQuery() {
          throw new Error('only role requests and delegations lie in memory');
        },
        transformResult: async ({ result }) => result,
      },
    ],
  });
}

async function refuse(): Promise<never> {
  throw new Error('there is no database');
}
