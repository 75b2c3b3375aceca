import { type ProblemCode, problemCodes } from './problem-codes.ts';
import { problemType } from './problem-page.ts';

/** One thing wrong with a request. */
export interface ProblemItem {
  /** JSON pointer into the body, or the name of the parameter or header. */
  readonly pointer?: string;
  /** The schema's keyword, or the rule that refuses. */
  readonly code?: string;
  readonly message: string;
  readonly hint?: string;
  /** Of a text in the body, such as a manifest: JSON pointer into what it says. */
  readonly path?: string;
  /** There, too; each counts from 1. */
  readonly line?: number;
  readonly column?: number;
}

export interface ProblemDetails {
  /** For a person; never shown when the status is 5xx. */
  readonly detail?: string;
  readonly errors?: readonly ProblemItem[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** What a client reads: RFC 9457 with our members. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly errors?: readonly ProblemItem[];
  readonly requestId: string;
}

/** An error that is an answer. Thrown; the server's error handler writes it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails) {
    super(details.detail ?? problemCodes[code].title, { cause: details.cause });
    this.code = code;
    this.status = problemCodes[code].status;
    this.details = details;
  }
}

/** `throw problem('not-found')`: status and title come from the table. */
export function problem(code: ProblemCode, details: ProblemDetails = {}): Problem {
  return new Problem(code, details);
}

/** The body of a problem. What went wrong inside (5xx) is for the log, not for the client. */
export function problemBody({ code, status, details }: Problem, requestId: string): ProblemBody {
  const inside = status >= 500;
  return {
    type: problemType(code),
    title: problemCodes[code].title,
    status,
    code,
    ...(inside || details.detail === undefined ? {} : { detail: details.detail }),
    ...(inside || details.errors === undefined ? {} : { errors: details.errors }),
    requestId,
  };
}

/** Who is told to come back is told when. */
export function problemHeaders({ status, details }: Problem): Record<string, string> {
  return {
    ...(status === 429 || status === 503 ? { 'retry-after': '5' } : {}),
    ...details.headers,
    'content-type': 'application/problem+json',
  };
}
