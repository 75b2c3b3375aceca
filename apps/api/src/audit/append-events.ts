import { hashEvent } from '@rolecall/audit';
import { canonicalJson } from '@rolecall/policy';
import type { AuditEvent } from '../model/records.ts';
import type { Writing } from '../storage/repositories/repository.ts';
import type { AuditEntry } from './audit-entry.ts';
import { storable, storableText } from './storable.ts';

/**
 * Appends events to the chain in the caller's transaction. Others that append wait for its end, so
 * the sequence has no gaps; it comes last in a transaction.
 */
export async function appendEvents(
  trx: Writing,
  entries: readonly AuditEntry[],
): Promise<readonly AuditEvent[]> {
  const head = await trx
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const events = chain(entries, { sequence: Number(head.sequence), hash: head.hash });
  const last = events.at(-1);
  if (last === undefined) return events;
  // Both in one statement: all who append wait for this transaction meanwhile.
  await trx
    .with('appended', (db) =>
      db
        .insertInto('audit_events')
        .values(events.map((event) => ({ ...event, data: canonicalJson(event.data) }))),
    )
    .updateTable('audit_head')
    .set({ sequence: last.sequence, hash: last.hash })
    .execute();
  return events;
}

function chain(
  entries: readonly AuditEntry[],
  head: Pick<AuditEvent, 'sequence' | 'hash'>,
): readonly AuditEvent[] {
  let { sequence, hash: previousHash } = head;
  return entries.map((entry) => {
    sequence += 1;
    const event = { ...normalised(entry), sequence, previousHash };
    const hash = hashEvent(event);
    previousHash = hash;
    return { ...event, hash };
  });
}

/** As it will come back from the database. */
function normalised({ at, actor, type, subject, accountId, data }: AuditEntry): AuditEntry {
  return {
    at: new Date(at).toISOString(),
    actor: {
      kind: actor.kind,
      id: storableText(actor.id),
      name: storableText(actor.name),
    },
    type: storableText(type),
    subject: storableText(subject),
    accountId: accountId === null ? null : storableText(accountId),
    data: storable(data),
  };
}
