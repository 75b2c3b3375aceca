import {
  grantsMore,
  isAtLeast,
  type PullRequestReport,
  type Severity,
  severities,
  worstRisk,
} from '@rolecall/core';

/** The worst of all that was found: risks, findings in policies, findings of checks. */
export function worstOf(report: PullRequestReport): Severity | undefined {
  const found: readonly (Severity | undefined)[] = [
    worstRisk(report.review?.risks ?? []),
    ...report.lint.map(({ level }) => lintSeverities[level]),
    ...report.policies
      .filter(grantsMore)
      .map(({ result }) => (result.verdict === 'grants' ? 'medium' : 'high')),
    ...report.checks.map(({ severity }) => severities.find((each) => each === severity)),
  ];
  return found.reduce<Severity | undefined>(
    (worst, severity) =>
      severity === undefined || (worst !== undefined && isAtLeast(worst, severity))
        ? worst
        : severity,
    undefined,
  );
}

const lintSeverities = { error: 'high', warning: 'medium', note: 'info' } as const;
