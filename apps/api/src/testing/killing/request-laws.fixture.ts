import type { Evidence } from './evidence.fixture.ts';
import type { ToldRequest } from './told.fixture.ts';

/** Of requests and decisions: none lost, none doubled, and each came to the end it was given. */
export function requestLaws(evidence: Evidence): readonly string[] {
  const { told, requests, decisions } = evidence;
  const known = new Set(told.requests.map(({ id }) => id));
  const made = new Map(requests.map((request) => [request.id, request]));
  const lost = told.requests.filter(({ id }) => !made.has(id));
  const untold = requests.filter(({ id }) => !known.has(id));
  const astray = told.requests.flatMap((one) => {
    const state = made.get(one.id)?.state;
    const ends = endsOf(one, told.revoked);
    return state === undefined || ends.includes(state)
      ? []
      : [`${one.kind} ${one.id} is ${state}, not ${ends.join(' or ')}${lastOf(one.id, evidence)}`];
  });
  return [
    ...lost.map(({ id }) => `request ${id} was answered and is lost`),
    ...untold.map(({ id }) => `request ${id} was made twice: no answer names it`),
    ...astray,
    ...decisionLaws(told.requests, decisions),
    ...doubledEvents(evidence),
  ];
}

function endsOf({ id, decision }: ToldRequest, revoked: readonly string[]): readonly string[] {
  switch (decision) {
    case null:
      return ['pending-approval'];
    case 'reject':
      return ['rejected'];
    case 'approve':
      // Of a grant that was revoked while it was made, the request is cancelled.
      return revoked.includes(id) ? ['fulfilled', 'cancelled'] : ['fulfilled'];
    default:
      return decision satisfies never;
  }
}

function decisionLaws(
  requests: readonly ToldRequest[],
  decisions: Evidence['decisions'],
): readonly string[] {
  return requests.flatMap(({ id, decisionId }) => {
    const ids = decisions.filter(({ requestId }) => requestId === id).map((one) => one.id);
    const wanted = decisionId === null ? [] : [decisionId];
    return ids.join() === wanted.join()
      ? []
      : [`request ${id} has the decisions [${ids}], and [${wanted}] was answered`];
  });
}

/** What happens to a request or grant at most once. */
const once = /^(role-request\.(created|submitted|decided|fulfilled)|grant\.(activated|revoked))$/;

function doubledEvents({ events }: Evidence): readonly string[] {
  const seen = new Set<string>();
  return events.flatMap(({ type, subject }) => {
    if (!once.test(type)) return [];
    const what = `${type} of ${subject}`;
    if (seen.has(what)) return [`it happened twice: ${what}`];
    seen.add(what);
    return [];
  });
}

function lastOf(id: string, { events }: Evidence): string {
  const last = events.findLast(({ subject }) => subject === `role-requests/${id}`);
  return last === undefined ? '' : `; last: ${last.type} ${JSON.stringify(last.data)}`;
}
