/**
 * The one table of error codes: how each ends a command (`exit`) and a request (`http`).
 * Exit 1 is an error; 2 is kept for findings and changes and is no error.
 */
export const errorCodes = {
  ACCESS_DENIED: { http: 403, exit: 1 },
  ACCOUNT_MISMATCH: { http: 409, exit: 1 },
  APPLY_INCOMPLETE: { http: 502, exit: 1 },
  AWS_ERROR: { http: 502, exit: 1 },
  AWS_UNREACHABLE: { http: 502, exit: 1 },
  BAD_RESPONSE: { http: 502, exit: 1 },
  BLUEPRINT_UNKNOWN: { http: 422, exit: 1 },
  CONCURRENT_MODIFICATION: { http: 409, exit: 1 },
  CONFLICT: { http: 409, exit: 1 },
  CREDENTIALS_EXPIRED: { http: 401, exit: 1 },
  CREDENTIALS_INVALID: { http: 401, exit: 1 },
  CREDENTIALS_MISSING: { http: 401, exit: 1 },
  DEADLINE_PASSED: { http: 503, exit: 1 },
  ENTITY_EXISTS: { http: 409, exit: 1 },
  ENTITY_MISSING: { http: 404, exit: 1 },
  EXCEPTIONS_INVALID: { http: 422, exit: 1 },
  FILE_UNREADABLE: { http: 400, exit: 1 },
  GUARDRAIL_REFUSED: { http: 403, exit: 1 },
  GUARDRAILS_INVALID: { http: 422, exit: 1 },
  INTERRUPTED: { http: 503, exit: 1 },
  JOURNAL_INVALID: { http: 500, exit: 1 },
  LEASE_HELD: { http: 409, exit: 1 },
  LEASE_LOST: { http: 409, exit: 1 },
  MANIFEST_INVALID: { http: 422, exit: 1 },
  NOTHING_READABLE: { http: 403, exit: 1 },
  PARAMETER_INVALID: { http: 422, exit: 1 },
  PLAN_APPLIED: { http: 409, exit: 1 },
  PLAN_CHANGED: { http: 409, exit: 1 },
  PLAN_INVALID: { http: 422, exit: 1 },
  POLICY_INVALID: { http: 422, exit: 1 },
  PRINCIPAL_INVALID: { http: 422, exit: 1 },
  PRUNE_REFUSED: { http: 409, exit: 1 },
  QUOTA_EXCEEDED: { http: 409, exit: 1 },
  REGION_MISSING: { http: 400, exit: 1 },
  REPLACE_REFUSED: { http: 409, exit: 1 },
  ROOT_CREDENTIALS: { http: 403, exit: 1 },
  SECRETS_REFUSED: { http: 403, exit: 1 },
  SERVICE_RETIRED: { http: 410, exit: 1 },
  SNAPSHOT_INVALID: { http: 422, exit: 1 },
  THROTTLED: { http: 429, exit: 1 },
  UNAVAILABLE_HERE: { http: 503, exit: 1 },
  USAGE: { http: 400, exit: 1 },
} as const;

export type ErrorCode = keyof typeof errorCodes;

export function isErrorCode(code: string | undefined): code is ErrorCode {
  return code !== undefined && Object.hasOwn(errorCodes, code);
}

/** A place in a file; line and column start at 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing wrong with an input, where it stands, and what to do about it. */
export interface Diagnostic {
  readonly code: ErrorCode;
  readonly message: string;
  readonly position?: SourcePosition | undefined;
  readonly hint?: string | undefined;
}

export interface RolecallErrorDetails {
  readonly cause?: unknown;
  /** The next step for a person. */
  readonly hint?: string | undefined;
  /** The AWS action that was asked for, e.g. `iam:GetRole`; also the permission that is missing. */
  readonly action?: string | undefined;
  /** What the error is about: an ARN or an address such as `role/deployer`. */
  readonly subject?: string | undefined;
  /** Several findings about one input; the error's own message sums them up. */
  readonly diagnostics?: readonly Diagnostic[] | undefined;
}

/** An error that a person can act on. Everything else that is thrown is a defect of ours. */
export class RolecallError extends Error {
  override readonly name = 'RolecallError';
  readonly code: ErrorCode;
  readonly details: RolecallErrorDetails;

  constructor(code: ErrorCode, message: string, details: RolecallErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.details = details;
  }
}

/** Fails with every diagnostic at once, so that one run shows all that is wrong. */
export function refuse(summary: string, diagnostics: readonly Diagnostic[]): never {
  const code = diagnostics[0]?.code ?? 'MANIFEST_INVALID';
  throw new RolecallError(code, summary, { diagnostics });
}
