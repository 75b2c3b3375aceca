export interface Patience {
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
}

const attempts = 4;
/** What GitHub asks to wait is not waited for beyond this: the run has other things to say. */
const longestMs = 60_000;

interface Asked {
  readonly method: string;
}

/**
 * Tries a request again that GitHub answered with a fault of its own, or with a limit that passes.
 * A write that may have been carried out (a 502 to a POST) is not repeated: whoever asked has to
 * look first.
 */
export function waitsAndTriesAgain({ sleep, signal }: Patience) {
  return async <A extends Asked, R>(request: (options: A) => R | Promise<R>, options: A) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await request(options);
      } catch (error) {
        const wait = waitFor(error, { attempt, method: options.method });
        if (wait === undefined || attempt === attempts || signal.aborted) throw error;
        await sleep(wait);
      }
    }
  };
}

/** Milliseconds to wait before the next attempt; `undefined` where another would not help. */
function waitFor(
  error: unknown,
  { attempt, method }: { readonly attempt: number; readonly method: string },
): number | undefined {
  const status = statusOf(error);
  const headers = headersOf(error);
  const asked = Number(headers['retry-after']);
  const limited = status === 429 || (status === 403 && isLimit(error, headers));
  if (limited) {
    const ms = Number.isFinite(asked) && asked >= 0 ? asked * 1000 : 1000 * 2 ** attempt;
    return ms <= longestMs ? ms : undefined;
  }
  const isRead = method === 'GET' || method === 'HEAD';
  if (status !== undefined && status >= 500 && (isRead || method === 'PATCH'))
    return 250 * 2 ** attempt;
  return undefined;
}

function isLimit(error: unknown, headers: { readonly [name: string]: unknown }): boolean {
  if (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0') return true;
  return error instanceof Error && /secondary rate limit|abuse detection/i.test(error.message);
}

/** The HTTP status of an error of Octokit; `undefined` of any other. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

function headersOf(error: unknown): { readonly [name: string]: unknown } {
  if (!(error instanceof Error) || !('response' in error)) return {};
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('headers' in response)) return {};
  const { headers } = response;
  return typeof headers === 'object' && headers !== null ? { ...headers } : {};
}
