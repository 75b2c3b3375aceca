import type { AuditHead } from '@rolecall/audit';
import type { AuditEvent } from '../../model/records.ts';
import { allOf, is, isActor } from './conditions.ts';
import type { Reading } from './repository.ts';

export interface AuditFilter {
  readonly type?: string | undefined;
  readonly subject?: string | undefined;
  readonly accountId?: string | undefined;
  readonly actorId?: string | undefined;
}

export interface AuditReader {
  get(sequence: number): Promise<AuditEvent | undefined>;
  head(): Promise<AuditHead>;
  /** In order, behind a sequence (0: from the start). */
  list(query: {
    readonly after: number;
    readonly limit: number;
    readonly filter?: AuditFilter;
  }): Promise<readonly AuditEvent[]>;
}

export function readAuditEvents(db: Reading): AuditReader {
  const all = () => db.selectFrom('audit_events').selectAll();
  return {
    async get(sequence) {
      const row = await all().where('sequence', '=', sequence).executeTakeFirst();
      return row && { ...row, sequence: Number(row.sequence) };
    },
    async head() {
      const row = await db
        .selectFrom('audit_head')
        .select(['sequence', 'hash'])
        .executeTakeFirstOrThrow();
      return { ...row, sequence: Number(row.sequence) };
    },
    async list({ after, limit, filter = {} }) {
      const rows = await all()
        .where('sequence', '>', after)
        .where(
          allOf([
            is('type', filter.type),
            is('subject', filter.subject),
            is('accountId', filter.accountId),
            isActor('actor', filter.actorId),
          ]),
        )
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
    },
  };
}
