import type { SourcePosition } from '../../model/errors.ts';
import { code, link } from './markdown.ts';
import type { PullRequestReport } from './pull-request-report.ts';

export type LinkTo = (position: SourcePosition) => string | undefined;

/** What every section of a report is made from. */
export interface ReportContext {
  readonly report: PullRequestReport;
  readonly linkTo: LinkTo;
  /** Whether it is to hold everything: the job summary does. */
  readonly whole: boolean;
}

/** `rolecall.yaml:12`, as a link where there is something to link to; empty without a position. */
export function place(
  position: SourcePosition | undefined,
  { linkTo }: Pick<ReportContext, 'linkTo'>,
): string {
  if (position === undefined) return '';
  return link(code(`${position.file}:${position.line}`), linkTo(position));
}
