import { setTimeout as delay } from 'node:timers/promises';

export interface Patience {
  /** Of replicas, which are asked in turn. */
  readonly urls: readonly string[];
  /** Of each attempt: its status, `… bare` where an error is no problem document, or `no answer`. */
  readonly note: (outcome: string) => void;
}

/** Longer than any claim of a service that was killed. */
const patienceMs = 150_000;
const pauseMs = 400;
const attemptMs = 45_000;

/**
 * Asks until there is an answer, as docs/api.md tells portals to: again with the same key where the
 * connection broke, where the service is not there now, and where the first attempt still runs.
 */
export function patientFetch({ urls, note }: Patience): (request: Request) => Promise<Response> {
  let turn = 0;
  return async (request) => {
    const until = Date.now() + patienceMs;
    const { pathname, search } = new URL(request.url);
    for (;;) {
      turn += 1;
      const base = urls[turn % urls.length] ?? '';
      const answer = await attempt(new Request(`${base}${pathname}${search}`, request.clone()));
      note(outcomeOf(answer));
      if (answer !== undefined && !(await isForLater(answer))) return answer;
      if (Date.now() > until) throw new Error(`${request.method} ${pathname} was never answered`);
      await delay(pauseMs);
    }
  };
}

/** A whole answer: one that broke off is none. */
async function attempt(request: Request): Promise<Response | undefined> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(attemptMs) });
    const body = await answer.arrayBuffer();
    const { status, headers } = answer;
    return new Response(status === 204 || status === 304 ? null : body, { status, headers });
  } catch (error) {
    if (error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError'))
      return undefined;
    throw error;
  }
}

function outcomeOf(answer: Response | undefined): string {
  if (answer === undefined) return 'no answer';
  const { status, headers } = answer;
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json') === true;
  return status >= 400 && !isProblem ? `${status} bare` : String(status);
}

async function isForLater(answer: Response): Promise<boolean> {
  if (answer.status === 503) return true;
  if (answer.status !== 409) return false;
  return (await answer.clone().text()).includes('idempotency-key-in-use');
}
