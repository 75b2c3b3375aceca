import type { KeyObject } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { signHead } from '@rolecall/audit';
import type { Readers } from '../storage/readers.ts';

const pageSize = 500;

export interface ExportOptions {
  /** Begins behind this sequence; 0 for the whole chain. */
  readonly after: number;
  /** Signs the head that the export reaches. */
  readonly key: KeyObject;
  /** When it is signed. */
  readonly at: string;
}

/**
 * The chain as NDJSON: an event a line, and at last `{"signedHead":…}`, without which a shortened
 * export would look whole. Goes as far as the chain did when it began. Yields lines with their
 * line feed.
 */
export async function* exportEvents(
  { auditEvents }: Pick<Readers, 'auditEvents'>,
  { after, key, at }: ExportOptions,
): AsyncGenerator<string, void, void> {
  const head = await auditEvents.head();
  let position = after;
  while (position < head.sequence) {
    const limit = Math.min(pageSize, head.sequence - position);
    const page = await auditEvents.list({ after: position, limit });
    for (const event of page) yield `${JSON.stringify(event)}\n`;
    const last = page.at(-1);
    // A hole in the chain: the reader of the export will find it.
    if (last === undefined) break;
    position = last.sequence;
    await setImmediate();
  }
  yield `${JSON.stringify({ signedHead: signHead(head, { key, at }) })}\n`;
}
