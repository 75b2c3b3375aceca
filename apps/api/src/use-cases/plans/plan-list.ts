import type { PlanRecord } from '../../model/records.ts';
import type { Database } from '../../storage/database/database.ts';
import { type Page, type PageQuery, pageOf } from '../../storage/page.ts';
import { allOf, is, olderThan } from '../../storage/repositories/conditions.ts';

export type PlanSummary = Pick<PlanRecord, 'id' | 'accountId' | 'madeBy' | 'createdAt'>;

export interface PlanList {
  /** The newest first, without the plans themselves. */
  list(query: PageQuery & { readonly accountId?: string | undefined }): Promise<Page<PlanSummary>>;
}

export function planListOn({ sql }: Pick<Database, 'sql'>): PlanList {
  return {
    async list({ limit, after, accountId }) {
      const rows = await sql
        .selectFrom('plans')
        .select(['id', 'accountId', 'madeBy', 'createdAt'])
        .where(allOf([is('accountId', accountId), after && olderThan(after)]))
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return pageOf(rows, limit);
    },
  };
}
