import { type Diagnostic, type ErrorCode, RolecallError } from '@rolecall/core';
import { IdentityUnavailable, Unauthenticated } from '../identity/unauthenticated.ts';
import { DatabaseAway } from '../storage/database/database-away.ts';
import { Problem, type ProblemItem, problem } from './problem.ts';
import type { ProblemCode } from './problem-codes.ts';

/** Whatever was thrown, as the problem that is answered. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof RolecallError) return ofRolecall(error);
  if (error instanceof Unauthenticated)
    return problem('unauthenticated', { cause: error, headers: challenge(error) });
  if (error instanceof IdentityUnavailable || error instanceof DatabaseAway)
    return problem('unavailable', {
      cause: error,
      headers: { 'retry-after': String(error.retryAfterSeconds) },
    });
  const code = readCode(error);
  const known = code === undefined ? undefined : ofFastify[code];
  return problem(known ?? 'internal-error', { cause: error });
}

/** Errors of Fastify and Node that are the client's doing, or the clock's. */
const ofFastify: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_BAD_URL: 'request-invalid',
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload-too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request-invalid',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_HANDLER_TIMEOUT: 'deadline-exceeded',
  FST_ERR_MAX_PARAM_LENGTH: 'uri-too-long',
  // The client went away while its body was read.
  ECONNRESET: 'request-invalid',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  ERR_STREAM_PREMATURE_CLOSE: 'request-invalid',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/**
 * How core's errors are answered. The statuses are those of core's own table, but for what AWS
 * refuses: its credentials are the service's, so that 401 and 403 would blame the caller.
 */
export const problemOfCore: Readonly<Record<ErrorCode, ProblemCode>> = {
  ACCESS_DENIED: 'aws-error',
  ACCOUNT_MISMATCH: 'state-conflict',
  APPLY_INCOMPLETE: 'aws-error',
  AWS_ERROR: 'aws-error',
  AWS_UNREACHABLE: 'aws-error',
  BAD_RESPONSE: 'aws-error',
  BLUEPRINT_UNKNOWN: 'blueprint-unknown',
  CONCURRENT_MODIFICATION: 'state-conflict',
  CONFLICT: 'plan-conflict',
  CREDENTIALS_EXPIRED: 'aws-error',
  CREDENTIALS_INVALID: 'aws-error',
  CREDENTIALS_MISSING: 'aws-error',
  DEADLINE_PASSED: 'unavailable',
  ENTITY_EXISTS: 'plan-conflict',
  ENTITY_MISSING: 'not-found',
  EXCEPTIONS_INVALID: 'body-invalid',
  FILE_UNREADABLE: 'request-invalid',
  GUARDRAIL_REFUSED: 'guardrail-refused',
  GUARDRAILS_INVALID: 'guardrails-invalid',
  INTERRUPTED: 'unavailable',
  JOURNAL_INVALID: 'internal-error',
  LEASE_HELD: 'state-conflict',
  LEASE_LOST: 'state-conflict',
  MANIFEST_INVALID: 'manifest-invalid',
  NOTHING_READABLE: 'aws-error',
  PARAMETER_INVALID: 'body-invalid',
  PLAN_APPLIED: 'plan-changed',
  PLAN_CHANGED: 'plan-changed',
  PLAN_INVALID: 'body-invalid',
  POLICY_INVALID: 'policy-invalid',
  PRINCIPAL_INVALID: 'body-invalid',
  PRUNE_REFUSED: 'plan-conflict',
  QUOTA_EXCEEDED: 'plan-conflict',
  REGION_MISSING: 'request-invalid',
  REPLACE_REFUSED: 'replace-refused',
  ROOT_CREDENTIALS: 'aws-error',
  SECRETS_REFUSED: 'forbidden',
  SERVICE_RETIRED: 'service-retired',
  SNAPSHOT_INVALID: 'body-invalid',
  THROTTLED: 'rate-limited',
  UNAVAILABLE_HERE: 'unavailable',
  USAGE: 'request-invalid',
};

function ofRolecall(error: RolecallError): Problem {
  const { hint, diagnostics } = error.details;
  return problem(problemOfCore[error.code], {
    detail: hint === undefined ? error.message : `${error.message} ${hint}`,
    ...(diagnostics === undefined ? {} : { errors: diagnostics.map(toItem) }),
    cause: error,
  });
}

export function toItem({ code, message, hint, position }: Diagnostic): ProblemItem {
  return {
    code: code.toLowerCase().replaceAll('_', '-'),
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(position === undefined ? {} : { line: position.line, column: position.column }),
  };
}

/** RFC 6750, 3: nothing but the scheme for who brought no token. */
function challenge({ code }: Unauthenticated): Record<string, string> {
  const error = code === 'credentials-missing' ? '' : ', error="invalid_token"';
  return { 'www-authenticate': `Bearer realm="rolecall"${error}` };
}

function readCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
