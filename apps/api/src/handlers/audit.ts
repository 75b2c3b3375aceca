import type { Handlers } from '../http/handler.ts';
import { auditLines } from '../use-cases/audit/audit-lines.ts';
import { auditVerifier } from '../use-cases/audit/verify-audit-log.ts';
import type { ServiceDeps } from '../use-cases/service-deps.ts';
import { countPattern, nextCursor, pageQuery } from './paging.ts';

export function auditHandlers(
  deps: ServiceDeps,
): Pick<Handlers, 'listAuditEvents' | 'verifyAuditLog'> {
  const { store, auditKey: key, now } = deps;
  const verify = auditVerifier(deps);
  return {
    listAuditEvents: async ({ query, accept }) => {
      const { limit, after } = pageQuery(query, countPattern);
      const { type, subject, accountId, actor: actorId } = query;
      const filter = { type, subject, accountId, actorId };
      const from = Number(after?.id ?? 0);
      if (accept === 'application/x-ndjson') {
        const at = now().toISOString();
        return { status: 200, body: auditLines(store, { after: from, filter, key, at }) };
      }
      const rows = await store.auditEvents.list({ after: from, limit: limit + 1, filter });
      const items = rows.slice(0, limit);
      const last = rows.length > limit ? items.at(-1) : undefined;
      const next = last && { createdAt: last.at, id: String(last.sequence) };
      return { status: 200, body: { items, ...nextCursor(next) } };
    },
    verifyAuditLog: async () => ({ status: 200, body: await verify() }),
  };
}
