import type { ReportedFinding } from '../../../exceptions/exception.ts';

export interface RunIndex {
  readonly byId: ReadonlyMap<string, ReportedFinding>;
  /** The checks that ran: each is heard at least once. */
  readonly checks: ReadonlySet<string>;
  /** The unknown finding that may stand for one that this run does not have. */
  readonly unseen: (missing: ReportedFinding) => ReportedFinding | undefined;
}

export function runIndex(findings: readonly ReportedFinding[]): RunIndex {
  const unknown = Map.groupBy(
    findings.filter(({ outcome }) => outcome === 'unknown'),
    ({ check }) => check,
  );
  return {
    byId: new Map(findings.map((finding) => [finding.id, finding])),
    checks: new Set([...findings.map(({ check }) => check), ...always]),
    // One about another user hides nothing; one about the account or a region may.
    unseen: ({ check, subject }) =>
      unknown.get(check)?.find((each) => each.subject === subject || isWhole(each.subject)),
  };
}

/** Exceptions are looked at in every run. */
const always = ['exception-expired', 'exception-unused', 'exception-undecided'] as const;

function isWhole(subject: string): boolean {
  return /:iam::\d{12}:root$/.test(subject);
}
