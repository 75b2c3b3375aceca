import type { Caller } from '../../identity/caller.ts';
import type { AuditEvent } from '../../model/records.ts';
import { finalRequestStates } from '../../role-requests/next-request-state.ts';
import type { RoleRequestDeps } from './deps.ts';
import { seeRequest } from './see-request.ts';

export interface EventsQuery {
  readonly id: string;
  /** Begins behind this sequence. */
  readonly after: number;
}

/** What happened to a request, the oldest first. */
export async function listRequestEvents(
  deps: RoleRequestDeps,
  caller: Caller,
  { id, after, limit }: EventsQuery & { readonly limit: number },
): Promise<readonly AuditEvent[]> {
  const request = await seeRequest(deps, caller, { id });
  const filter = { subject: `role-requests/${request.id}` };
  return deps.store.auditEvents.list({ after, limit, filter });
}

export interface Following extends EventsQuery {
  /** Ends the stream. */
  readonly signal: AbortSignal;
  /** Looks again after this; returns early when the signal is aborted. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
}

/**
 * What happens to a request, as it happens, until nothing more can: it is asked each time whether
 * the caller may still see it.
 *
 * @throws Problem `not-found`, before the first event
 */
export async function followRequest(
  deps: RoleRequestDeps,
  caller: Caller,
  following: Following,
): Promise<AsyncIterable<AuditEvent>> {
  await seeRequest(deps, caller, following);
  return follow(deps, caller, following);
}

async function* follow(
  deps: RoleRequestDeps,
  caller: Caller,
  { id, after, signal, pause }: Following,
): AsyncGenerator<AuditEvent> {
  let last = after;
  while (!signal.aborted) {
    // The state first: an event of a later moment is then still found in the next round.
    const { state } = await seeRequest(deps, caller, { id });
    const events = await listRequestEvents(deps, caller, { id, after: last, limit: 100 });
    for (const event of events) {
      yield event;
      last = event.sequence;
    }
    if (events.length > 0) continue;
    if (finalStates.has(state)) return;
    await pause(signal);
  }
}

const finalStates: ReadonlySet<string> = new Set(finalRequestStates);
