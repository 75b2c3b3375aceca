import type { KeyObject } from 'node:crypto';
import { exportEvents } from '../../audit/export-events.ts';
import type { Readers } from '../../storage/readers.ts';
import type { AuditFilter } from '../../storage/repositories/audit-events.ts';

export interface AuditExport {
  /** Behind this sequence. */
  readonly after: number;
  readonly filter: AuditFilter;
  readonly key: KeyObject;
  readonly at: string;
}

const pageSize = 500;

/**
 * The rest of the log, one value a line. The whole of it ends with the signed head, so that it can
 * be verified; of a choice of events nobody can tell whether one is missing, and it has none.
 */
export async function* auditLines(
  readers: Pick<Readers, 'auditEvents'>,
  { after, filter, key, at }: AuditExport,
): AsyncGenerator<unknown, void, void> {
  const isWhole = Object.values(filter).every((value) => value === undefined);
  if (isWhole) {
    for await (const line of exportEvents(readers, { after, key, at })) yield JSON.parse(line);
    return;
  }
  let position = after;
  for (;;) {
    const page = await readers.auditEvents.list({ after: position, limit: pageSize, filter });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    position = last.sequence;
  }
}
