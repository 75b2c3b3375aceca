import type { AuditEvent } from '../../model/records.ts';
import type { Readers } from '../../storage/readers.ts';

const pageSize = 100;

export interface Following {
  readonly id: string;
  /** Begins behind this sequence. */
  readonly after: number;
  /** Ends the stream. */
  readonly signal: AbortSignal;
  /** Between two looks; returns early when the signal is aborted. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
}

/**
 * What happens to an application behind a sequence, as it happens; ends when it is through, or with
 * the signal.
 */
export async function* followApplication(
  { applications, auditEvents }: Pick<Readers, 'applications' | 'auditEvents'>,
  { id, after, signal, pause }: Following,
): AsyncGenerator<AuditEvent, void, void> {
  const filter = { subject: `applications/${id}` };
  let position = after;
  while (!signal.aborted) {
    // Asked before the events are read: what came before its end is then among them.
    const isThrough = (await applications.get(id))?.finishedAt !== null;
    const page = await auditEvents.list({ after: position, limit: pageSize, filter });
    for (const event of page) {
      yield event;
      position = event.sequence;
    }
    if (page.length === pageSize) continue;
    if (isThrough) return;
    await pause(signal);
  }
}
