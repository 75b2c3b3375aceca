import type { SourcePosition } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';

/** Findings that a team lives with: which, why, who answers for it, and until when. */
export interface Exception {
  /** Ids of checks; `*` stands for all. */
  readonly checks: readonly string[];
  readonly target: ExceptionTarget;
  /** Only what a finding says of one part of its subject, e.g. `key-1`. */
  readonly key?: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, as `2027-01-31`, in UTC. */
  readonly expires: string;
  /** Whether it also holds for what could not be read. */
  readonly evenUnknown: boolean;
  /** Where it stands in its file. */
  readonly position?: SourcePosition;
}

export type ExceptionTarget =
  /** An ARN with wildcards, or `*`. */
  | { readonly kind: 'subject'; readonly pattern: string }
  | { readonly kind: 'tag'; readonly name: string; readonly value: string };

/** What a report shows of the exception that a finding falls under. */
export interface AppliedException {
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

/** A finding as reports show it; with an exception it counts for nothing. */
export interface ReportedFinding extends Finding {
  readonly exception?: AppliedException;
}

/** `key-age of arn:aws:iam::*:user/ci-*`: which findings it is about, the same from run to run. */
export function exceptionScope({ checks, target, key }: Exception): string {
  const of = target.kind === 'subject' ? target.pattern : `tag ${target.name}=${target.value}`;
  return `${checks.toSorted().join(',')} of ${of}${key === undefined ? '' : `#${key}`}`;
}

/** The first moment at which it does not hold any more, in milliseconds of Unix time. */
export function expiryOf({ expires }: Pick<Exception, 'expires'>): number {
  return Date.parse(`${expires}T00:00:00Z`) + 24 * 60 * 60 * 1000;
}
