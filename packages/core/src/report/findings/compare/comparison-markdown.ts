import type { ReportedFinding } from '../../../exceptions/exception.ts';
import { code, details, joinBlocks, table } from '../../pull-request/markdown.ts';
import { prose } from '../../pull-request/prose.ts';
import { shortSubject } from '../../short-subject.ts';
import type { RunComparison } from './compare-runs.ts';
import { describeChange, describeNotCompared } from './describe-change.ts';

const most = 50;

/** What became of the findings since the run before, as GitHub Markdown. */
export function comparisonMarkdown(compared: RunComparison): string {
  const before = compared.before.toISOString().slice(0, 16).replace('T', ' ');
  const changes = compared.changed.map((change) => ({
    finding: change.after,
    what: describeChange(change),
  }));
  const missing = describeNotCompared(compared);
  return joinBlocks([
    `### Since ${before} UTC`,
    table(
      ['New', 'Fixed', 'Still open', 'Changed', 'Gone'],
      [
        [compared.new, compared.fixed, compared.stillOpen, compared.changed, compared.gone].map(
          ({ length }) => String(length),
        ),
      ],
    ),
    listOf('New', compared.new.map(said)),
    listOf('Fixed', compared.fixed.map(said)),
    listOf('Changed', changes),
    listOf('Gone', compared.gone.map(said)),
    missing === '' ? '' : prose(missing),
  ]);
}

interface Row {
  readonly finding: ReportedFinding;
  readonly what: string;
}

function said(finding: ReportedFinding): Row {
  return { finding, what: finding.message };
}

function listOf(title: string, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const shown = rows
    .slice(0, most)
    .map(({ finding: { check, severity, subject }, what }) => [
      severity,
      code(check, 80),
      code(shortSubject(subject), 120),
      prose(what, 300),
    ]);
  const rest = rows.length - shown.length;
  return details(`${title}: ${rows.length}`, [
    table(['Severity', 'Check', 'Of', 'What'], shown),
    rest > 0 ? `And ${rest} more.` : '',
  ]);
}
