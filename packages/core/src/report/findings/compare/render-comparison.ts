import type { ReportedFinding } from '../../../exceptions/exception.ts';
import type { Layout } from '../../paint.ts';
import { shortSubject } from '../../short-subject.ts';
import { visibleText } from '../../visible-text.ts';
import { wrapText } from '../../wrap-text.ts';
import type { RunComparison } from './compare-runs.ts';
import { describeChange, describeNotCompared } from './describe-change.ts';

/** What became of the findings since the run before, as lines of a terminal. */
export function renderComparison(compared: RunComparison, layout: Layout): readonly string[] {
  const { paint, width } = layout;
  const before = compared.before.toISOString().slice(0, 16).replace('T', ' ');
  const { length: fresh } = compared.new;
  const numbers =
    `${fresh} new, ${compared.fixed.length} fixed, ${compared.stillOpen.length} still open, ` +
    `${compared.changed.length} changed, ${compared.gone.length} gone`;
  const missing = describeNotCompared(compared);
  return [
    paint.strong(`Since ${before} UTC: ${numbers}`),
    ...listOf('NEW', compared.new, paint.bad('+')),
    ...listOf('FIXED', compared.fixed, paint.good('✓')),
    ...listOf('GONE', compared.gone, paint.quiet('–')),
    ...(compared.changed.length > 0 ? ['', paint.strong('CHANGED')] : []),
    ...compared.changed.flatMap((change) => [
      line(change.after, paint.doubtful('~')),
      ...wrapText(describeChange(change), { width, indent: 4 }),
    ]),
    ...(missing === '' ? [] : ['', ...wrapText(missing, { width, paint: paint.quiet })]),
  ];

  function listOf(
    title: string,
    findings: readonly ReportedFinding[],
    sign: string,
  ): readonly string[] {
    if (findings.length === 0) return [];
    return [
      '',
      paint.strong(title),
      ...findings.flatMap((finding) => [
        line(finding, sign),
        ...wrapText(finding.message, { width, indent: 4 }),
      ]),
    ];
  }

  function line({ check, subject, severity }: ReportedFinding, sign: string): string {
    return `${sign} ${paint.strong(check)}  ${visibleText(shortSubject(subject))}  ${paint.quiet(severity)}`;
  }
}
