import type { Schema } from '@rolecall/contract';
import type { ServerEvent } from '../http/stream-answer.ts';
import type { AuditEvent } from '../model/records.ts';
import type { Readers } from '../storage/readers.ts';
import { type Following, followEvents } from '../use-cases/follow-events.ts';
import { countPattern, nextCursor, type PageParameters, pageQuery } from './paging.ts';

/** A request for what happened to a piece of work; of a resource that is there. */
export interface EventsRequest {
  readonly query: PageParameters;
  readonly headers: { readonly 'Last-Event-ID'?: string };
  readonly accept: string;
  readonly signal: AbortSignal;
}

/** A page of what happened, or all that happens until its end, as the client likes. */
export async function workEvents(
  readers: Pick<Readers, 'auditEvents'>,
  { query, headers, accept, signal }: EventsRequest,
  work: Pick<Following, 'subject' | 'isThrough' | 'pause'>,
) {
  const { limit, after } = pageQuery(query, countPattern);
  const from = Number(headers['Last-Event-ID'] ?? after?.id ?? 0);
  if (accept === 'text/event-stream') {
    const events = followEvents(readers, { ...work, after: from, signal });
    return { status: 200 as const, body: asServerEvents(events) };
  }
  const filter = { subject: work.subject };
  const rows = await readers.auditEvents.list({ after: from, limit: limit + 1, filter });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last && { createdAt: last.at, id: String(last.sequence) };
  return { status: 200 as const, body: { items: shown.map(shownEvent), ...nextCursor(next) } };
}

function shownEvent({ sequence, at, type, actor, data }: AuditEvent): Schema<'ResourceEvent'> {
  return { sequence, at, type, actor, data };
}

async function* asServerEvents(events: AsyncIterable<AuditEvent>): AsyncGenerator<ServerEvent> {
  for await (const event of events) {
    yield { id: String(event.sequence), event: event.type, data: shownEvent(event) };
  }
}
