import type { ReportedFinding } from '../../../exceptions/exception.ts';
import { shortSubject } from '../../short-subject.ts';
import type { RunComparison } from '../compare/compare-runs.ts';
import { describeChange, describeNotCompared } from '../compare/describe-change.ts';
import { anchorOf } from './anchor.ts';
import { htmlText } from './html-text.ts';
import { severityMark } from './page-marks.ts';

/** What became of the findings since the run before. */
export function comparisonSection(compared: RunComparison): string {
  const before = compared.before.toISOString();
  const numbers = [
    ['New', compared.new.length, 'is-new'],
    ['Fixed', compared.fixed.length, 'is-fixed'],
    ['Still open', compared.stillOpen.length, ''],
    ['Changed', compared.changed.length, 'is-changed'],
    ['Gone', compared.gone.length, ''],
  ] as const;
  const missing = describeNotCompared(compared);
  const linked = (finding: ReportedFinding) =>
    `<a href="#${anchorOf(finding.id)}">${nameOf(finding)}</a>`;
  return `<section class="card since" aria-labelledby="since"><h2 id="since">Since <time datetime="${before}">${before.slice(0, 16).replace('T', ' ')} UTC</time></h2><dl>${numbers
    .map(
      ([word, number, tone]) =>
        `<div><dt>${word}</dt><dd${number > 0 && tone !== '' ? ` class="${tone}"` : ''}>${number}</dd></div>`,
    )
    .join('')}</dl>${[
    fold(
      'New',
      compared.new.map((each) => `${linked(each)} ${htmlText(each.message)}`),
    ),
    fold(
      'Fixed',
      compared.fixed.map((each) => `${nameOf(each)} ${htmlText(each.message)}`),
    ),
    fold(
      'Changed',
      compared.changed.map((each) => `${linked(each.after)} ${htmlText(describeChange(each))}`),
    ),
    fold(
      'Gone',
      compared.gone.map((each) => `${nameOf(each)} ${htmlText(each.message)}`),
    ),
  ].join('')}${missing === '' ? '' : `<p class="quiet">${htmlText(missing)}</p>`}</section>`;
}

function nameOf({ check, subject, severity }: ReportedFinding): string {
  return `${severityMark(severity)} <code>${htmlText(check)}</code> <strong>${htmlText(shortSubject(subject))}</strong>`;
}

function fold(title: string, rows: readonly string[]): string {
  if (rows.length === 0) return '';
  return `<details><summary>${title} (${rows.length})</summary><ul>${rows.map((row) => `<li>${row}</li>`).join('')}</ul></details>`;
}
