import type { Json } from '@rolecall/policy';

export const outcomes = ['pass', 'fail', 'warn', 'manual', 'not-applicable', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** Least severe first. */
export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(threshold);
}

/** What one check says about one subject. */
export interface Finding {
  /** `{check}:{subject}`, with `#{key}` behind it where a check says several things of a subject. */
  readonly id: string;
  readonly check: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  /** An ARN; the account's root ARN for what is about the whole account. */
  readonly subject: string;
  readonly message: string;
  readonly evidence: { readonly [name: string]: Json };
  /** What to do; empty where there is nothing to do. */
  readonly remedy: string;
}
