import type { RecordedRequest } from './recorded-request.ts';

/** The operation's id, a method and path (`GET /repos/…`) to match, or a question to ask. */
export type Matcher = string | RegExp | ((request: RecordedRequest) => boolean);

export type Failure =
  /** Answers so instead of doing anything. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** GitHub answers 403 or 429, mostly with `retry-after`. */
  | {
      readonly kind: 'secondary-rate-limit';
      readonly status?: 403 | 429;
      readonly retryAfterSeconds?: number;
    }
  /** The hour's allowance is used up. */
  | { readonly kind: 'rate-limit'; readonly resetsAtSeconds: number }
  /** A page of HTML, as from the load balancer. */
  | { readonly kind: 'bad-gateway' }
  | { readonly kind: 'reset' }
  /** Does what was asked, then drops the connection. */
  | { readonly kind: 'lost-answer' }
  /** Does what was asked, and answers late. */
  | { readonly kind: 'slow'; readonly milliseconds: number };

export interface ScriptedFailure {
  readonly matcher: Matcher;
  readonly failure: Failure;
  left: number;
}

/** The first scripted failure that matches, counted down. */
export function takeFailure(
  failures: readonly ScriptedFailure[],
  request: RecordedRequest,
): Failure | undefined {
  const next = failures.find(({ matcher, left }) => left > 0 && matches(matcher, request));
  if (next === undefined) return undefined;
  next.left -= 1;
  return next.failure;
}

export function matches(matcher: Matcher, request: RecordedRequest): boolean {
  if (typeof matcher === 'function') return matcher(request);
  if (typeof matcher === 'string') return request.operation === matcher;
  return matcher.test(`${request.method} ${request.path}`);
}

export interface FailedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What a failure answers at once; undefined where the request is carried out first. */
export function failedAnswer(failure: Failure): FailedAnswer | undefined {
  switch (failure.kind) {
    case 'status': {
      const { status, message = `Scripted ${status}`, headers = {} } = failure;
      return { status, headers, body: failure.body ?? { message, status: String(status) } };
    }
    case 'secondary-rate-limit': {
      const { status = 403, retryAfterSeconds: seconds } = failure;
      const message =
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
      const headers = seconds === undefined ? {} : { 'retry-after': String(seconds) };
      const documentation_url =
        'https://docs.github.com/free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits';
      return { status, headers, body: { message, documentation_url } };
    }
    case 'rate-limit': {
      const reset = String(failure.resetsAtSeconds);
      const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
      return {
        status: 403,
        headers,
        body: { message: 'API rate limit exceeded for installation.' },
      };
    }
    case 'bad-gateway': {
      const headers = { 'content-type': 'text/html' };
      return { status: 502, headers, body: '<html><body>Unicorn! · GitHub</body></html>' };
    }
    case 'reset':
    case 'lost-answer':
    case 'slow':
      return undefined;
  }
  failure satisfies never;
  return undefined;
}
