import { type Finding, isAtLeast, outcomes, RolecallError, type Severity } from '@rolecall/core';

export interface FailOn {
  readonly severity: Severity;
  /** Whether what could not be read passes. */
  readonly allowUnknown: boolean;
}

/** Whether there is a failed or unknown finding that is grave enough. */
export function findsFault(findings: readonly Finding[], failOn: FailOn): boolean {
  return findings.some(
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

/** How many findings there are of each outcome. */
export function countOutcomes(findings: readonly Finding[]): {
  readonly [outcome: string]: number;
} {
  return Object.fromEntries(
    outcomes.map((outcome) => [
      outcome,
      findings.filter((finding) => finding.outcome === outcome).length,
    ]),
  );
}
