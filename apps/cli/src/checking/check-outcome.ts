import {
  countedFindings,
  type Finding,
  isAtLeast,
  type ReportedFinding,
  RolecallError,
  type Severity,
  worsened,
} from '@rolecall/core';
import type { Checked } from './run-check.ts';

export interface FailOn {
  readonly severity: Severity;
  /** Whether what could not be read passes. */
  readonly allowUnknown: boolean;
  /** Whether only what is worse than in the run before counts. */
  readonly onlyNew: boolean;
}

/** Whether there is a failed or unknown finding that is grave enough, and that nobody excepts. */
export function findsFault(
  { findings, comparison }: Pick<Checked, 'findings' | 'comparison'>,
  failOn: FailOn,
): boolean {
  const concerned: readonly ReportedFinding[] =
    failOn.onlyNew && comparison !== undefined ? worsened(comparison) : findings;
  return countedFindings(concerned).some(
    ({ severity, outcome }) =>
      isAtLeast(severity, failOn.severity) &&
      (outcome === 'fail' || (outcome === 'unknown' && !failOn.allowUnknown)),
  );
}

/** An error where no check could see anything: silence would pass for a clean account. */
export function nothingReadable(findings: readonly Finding[]): RolecallError | undefined {
  const unknown = findings.filter(({ outcome }) => outcome === 'unknown');
  // What does not apply, or is for a person, is no sight of the account.
  const blind = !findings.some(({ outcome }) => ['pass', 'fail', 'warn'].includes(outcome));
  if (unknown.length === 0 || !blind) return undefined;
  return new RolecallError('NOTHING_READABLE', 'Nothing of this account could be read.', {
    hint: 'See which permissions are missing with `rolecall doctor`.',
  });
}
