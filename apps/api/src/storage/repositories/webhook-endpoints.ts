import type { WebhookEndpoint } from '../../model/records.ts';
import { type Page, type PageQuery, pageOf } from '../page.ts';
import { allOf, olderThan } from './conditions.ts';
import { notUpdated, type Reading, type Updated, type Writing } from './repository.ts';

export interface WebhookEndpointReader {
  get(id: string): Promise<WebhookEndpoint | undefined>;
  /** The newest first. */
  list(query: PageQuery): Promise<Page<WebhookEndpoint>>;
  /** All that are switched on; which events each of them wants stands in it. */
  listEnabled(): Promise<readonly WebhookEndpoint[]>;
}

export interface WebhookEndpointWriter extends WebhookEndpointReader {
  insert(endpoint: WebhookEndpoint): Promise<void>;
  updateIf(
    id: string,
    expectedRevision: number,
    changes: Partial<Omit<WebhookEndpoint, 'id' | 'revision' | 'createdAt'>>,
  ): Promise<Updated<WebhookEndpoint>>;
  /** The same secret, sealed anew: nothing that anybody sees, so the revision stays. */
  resealIf(
    id: string,
    secret: { readonly from: string; readonly to: string },
  ): Promise<'resealed' | 'stale'>;
  deleteIf(id: string, expectedRevision: number): Promise<'deleted' | 'stale' | 'missing'>;
}

export function readWebhookEndpoints(db: Reading): WebhookEndpointReader {
  const all = () => db.selectFrom('webhook_endpoints').selectAll();
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
    listEnabled: () => all().where('state', '=', 'enabled').orderBy('id').execute(),
  };
}

export function writeWebhookEndpoints(trx: Writing): WebhookEndpointWriter {
  const reader = readWebhookEndpoints(trx);
  return {
    ...reader,
    async insert(endpoint) {
      await trx.insertInto('webhook_endpoints').values(endpoint).execute();
    },
    async updateIf(id, expectedRevision, changes) {
      const row = await trx
        .updateTable('webhook_endpoints')
        .set({ ...changes, revision: expectedRevision + 1 })
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returningAll()
        .executeTakeFirst();
      return row ?? notUpdated(await reader.get(id));
    },
    async resealIf(id, { from, to }) {
      const row = await trx
        .updateTable('webhook_endpoints')
        .set({ secret: to })
        .where('id', '=', id)
        .where('secret', '=', from)
        .returning('id')
        .executeTakeFirst();
      return row === undefined ? 'stale' : 'resealed';
    },
    async deleteIf(id, expectedRevision) {
      const row = await trx
        .deleteFrom('webhook_endpoints')
        .where('id', '=', id)
        .where('revision', '=', expectedRevision)
        .returning('id')
        .executeTakeFirst();
      return row === undefined ? notUpdated(await reader.get(id)) : 'deleted';
    },
  };
}
