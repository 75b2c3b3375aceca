import type { Handlers } from '../../http/handler.ts';
import type { ServerEvent } from '../../http/stream-answer.ts';
import type { AuditEvent } from '../../model/records.ts';
import { followRequest, listRequestEvents } from '../../use-cases/role-requests/request-events.ts';
import type { RoleRequestHandlerDeps } from './handler-deps.ts';
import { keyBody, keyQuery } from './pages.ts';
import { eventBody } from './request-shapes.ts';

export type EventHandlers = Pick<Handlers, 'listRoleRequestEvents'>;

export function eventHandlers(deps: RoleRequestHandlerDeps): EventHandlers {
  const { pause } = deps;
  return {
    async listRoleRequestEvents(ctx) {
      const { id } = ctx.params;
      const { caller } = ctx;
      const { limit, after } = keyQuery(ctx.query, /^\d{1,15}$/);
      if (ctx.accept === 'text/event-stream') {
        const last = ctx.headers['Last-Event-ID'] ?? after ?? '0';
        const following = { id, after: Number(last), signal: ctx.signal, pause };
        return { status: 200, body: toStream(await followRequest(deps, caller, following)) };
      }
      const query = { id, after: Number(after ?? 0), limit: limit + 1 };
      const events = await listRequestEvents(deps, caller, query);
      const keyOf = ({ sequence }: AuditEvent) => String(sequence);
      return { status: 200, body: keyBody(events, { limit, keyOf, toItem: eventBody }) };
    },
  };
}

async function* toStream(events: AsyncIterable<AuditEvent>): AsyncGenerator<ServerEvent> {
  for await (const event of events)
    yield { id: String(event.sequence), event: event.type, data: eventBody(event) };
}
