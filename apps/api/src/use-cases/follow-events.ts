import type { AuditEvent } from '../model/records.ts';
import type { Readers } from '../storage/readers.ts';

const pageSize = 100;

export interface Following {
  /** Of the audit log, such as `applications/{id}`. */
  readonly subject: string;
  /** Whether nothing more can happen. */
  readonly isThrough: () => Promise<boolean>;
  /** Begins behind this sequence. */
  readonly after: number;
  /** Ends the stream. */
  readonly signal: AbortSignal;
  /** Between two looks; returns early when the signal is aborted. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
}

/**
 * What happens to a piece of work behind a sequence, as it happens; ends when it is through, or with
 * the signal.
 */
export async function* followEvents(
  { auditEvents }: Pick<Readers, 'auditEvents'>,
  { subject, isThrough, after, signal, pause }: Following,
): AsyncGenerator<AuditEvent, void, void> {
  const filter = { subject };
  let position = after;
  while (!signal.aborted) {
    // Asked before the events are read: what came before its end is then among them.
    const ended = await isThrough();
    const page = await auditEvents.list({ after: position, limit: pageSize, filter });
    for (const event of page) {
      yield event;
      position = event.sequence;
    }
    if (page.length === pageSize) continue;
    if (ended) return;
    await pause(signal);
  }
}
