import type { SourcePosition } from '../../model/errors.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import { type IssueLevel, issuesOf } from './report-issues.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** Plain text of one line. Not escaped for workflow commands. */
  readonly message: string;
  readonly title: string;
  readonly position: SourcePosition | undefined;
}

/** What to show beside the lines of the change, the worst first, and all of it. */
export function annotationsOf(report: PullRequestReport): readonly Annotation[] {
  return issuesOf(report).map(({ level, message, title, position }) => ({
    level: annotationLevels[level],
    message,
    title,
    position,
  }));
}

const annotationLevels: { readonly [L in IssueLevel]: Annotation['level'] } = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};
