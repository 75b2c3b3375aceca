import type { ReportedFinding } from '../../exceptions/exception.ts';
import { type Outcome, severities } from '../../model/finding.ts';

/** How a finding stands in a report: its outcome, unless somebody answers for it. */
export type Standing = Outcome | 'excepted';

/** Worst first. */
export const standings: readonly Standing[] = [
  'fail',
  'unknown',
  'warn',
  'manual',
  'excepted',
  'pass',
  'not-applicable',
];

export function standingOf({ outcome, exception }: ReportedFinding): Standing {
  return exception === undefined ? outcome : 'excepted';
}

/** Whether there is something to do about it. */
export function isOpen(finding: ReportedFinding): boolean {
  const standing = standingOf(finding);
  return standing === 'fail' || standing === 'warn' || standing === 'manual';
}

/** The findings that decide on exit codes: all that nobody excepts. */
export function countedFindings(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return findings.filter(({ exception }) => exception === undefined);
}

export type StandingCounts = { readonly [S in Standing]: number };

export function countStandings(findings: readonly ReportedFinding[]): StandingCounts {
  const numbers = new Map<Standing, number>();
  for (const finding of findings) {
    const standing = standingOf(finding);
    numbers.set(standing, (numbers.get(standing) ?? 0) + 1);
  }
  const of = (standing: Standing) => numbers.get(standing) ?? 0;
  return {
    pass: of('pass'),
    fail: of('fail'),
    warn: of('warn'),
    manual: of('manual'),
    'not-applicable': of('not-applicable'),
    unknown: of('unknown'),
    excepted: of('excepted'),
  };
}

/** Findings, worst first: by standing, then severity; otherwise as they come. */
export function worstFirst(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return findings.toSorted(
    (a, b) =>
      standings.indexOf(standingOf(a)) - standings.indexOf(standingOf(b)) ||
      severities.indexOf(b.severity) - severities.indexOf(a.severity),
  );
}

export const standingWords: { readonly [S in Standing]: string } = {
  fail: 'Failed',
  unknown: 'Unknown',
  warn: 'Warning',
  manual: 'To look at',
  excepted: 'Excepted',
  pass: 'Passed',
  'not-applicable': 'Not applicable',
};
