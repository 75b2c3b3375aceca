import {
  type Diagnostic,
  type ErrorCode,
  type FailureReason,
  type PullRequestReport,
  RolecallError,
} from '@rolecall/core';
import { statusOf } from '../github/patience.ts';

export type Failure = NonNullable<PullRequestReport['failure']>;

export interface Failed {
  readonly failure: Failure;
  readonly problems: readonly Diagnostic[];
}

/** What went wrong, as a reason that workflows can test. Defects of ours are thrown on. */
export function failureOf(error: unknown, otherwise: FailureReason = 'access-denied'): Failed {
  const status = statusOf(error);
  if (error instanceof Error && status !== undefined) return ofGitHub(error, status, otherwise);
  if (!(error instanceof RolecallError)) throw error;
  const { code, message, details } = error;
  const { hint, diagnostics } = details;
  return {
    failure: { reason: reasons[code] ?? otherwise, message, hint },
    problems: diagnostics ?? [],
  };
}

/** What the decision rests on could not be read: then there is none. */
function ofGitHub({ message }: Error, status: number, otherwise: FailureReason): Failed {
  const isRefused = status === 401 || status === 403 || status === 404;
  return {
    failure: {
      reason: isRefused ? 'access-denied' : otherwise,
      message: `GitHub did not answer what the run has to know (${status}): ${message.slice(0, 300)}`,
      hint: isRefused
        ? 'The job needs "permissions: contents: read, pull-requests: write, checks: write, actions: read".'
        : 'Run it again once https://www.githubstatus.com is green.',
    },
    problems: [],
  };
}

/** Of codes that are not listed it depends on what was being done. */
const reasons: { readonly [C in ErrorCode]?: FailureReason } = {
  ACCESS_DENIED: 'access-denied',
  ACCOUNT_MISMATCH: 'access-denied',
  BLUEPRINT_UNKNOWN: 'invalid-manifest',
  CONCURRENT_MODIFICATION: 'locked',
  CONFLICT: 'conflict',
  CREDENTIALS_EXPIRED: 'access-denied',
  CREDENTIALS_INVALID: 'access-denied',
  CREDENTIALS_MISSING: 'access-denied',
  EXCEPTIONS_INVALID: 'invalid-manifest',
  FILE_UNREADABLE: 'invalid-manifest',
  GUARDRAILS_INVALID: 'guardrail',
  GUARDRAIL_REFUSED: 'guardrail',
  MANIFEST_INVALID: 'invalid-manifest',
  NOTHING_READABLE: 'access-denied',
  PARAMETER_INVALID: 'invalid-manifest',
  PLAN_CHANGED: 'plan-changed',
  PLAN_INVALID: 'plan-changed',
  POLICY_INVALID: 'invalid-manifest',
  PRUNE_REFUSED: 'guardrail',
  QUOTA_EXCEEDED: 'quota',
  REPLACE_REFUSED: 'guardrail',
  ROOT_CREDENTIALS: 'access-denied',
  SECRETS_REFUSED: 'guardrail',
  SERVICE_RETIRED: 'invalid-manifest',
  SNAPSHOT_INVALID: 'invalid-manifest',
  USAGE: 'invalid-manifest',
};
