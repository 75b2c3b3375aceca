import { prose } from './prose.ts';
import type { FailureReason, PullRequestReport } from './pull-request-report.ts';

/** Why a run failed, for a heading. */
export const failureTitles: { readonly [R in FailureReason]: string } = {
  'invalid-manifest': 'Manifest invalid',
  findings: 'Findings fail this check',
  guardrail: 'Refused by guardrails',
  conflict: 'Cannot be applied: conflicts',
  'plan-changed': 'The plan is not the one that was reviewed',
  'not-approved': 'Not approved',
  'stale-base': 'The base has moved',
  locked: 'Another run holds the lock',
  'access-denied': 'Access denied',
  quota: 'A quota of the account is in the way',
  'apply-failed': 'Applying failed',
  partial: 'Applied in part',
};

/** What a failure says of itself, in Markdown. */
export function failureText({ failure }: PullRequestReport): readonly string[] {
  if (failure === undefined) return [];
  const hint = failure.hint === undefined ? [] : [`→ ${prose(failure.hint)}`];
  return [prose(failure.message, 1000), ...hint];
}
