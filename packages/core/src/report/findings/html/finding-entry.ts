import type { Json } from '@rolecall/policy';
import type { ReportedFinding } from '../../../exceptions/exception.ts';
import { shortSubject } from '../../short-subject.ts';
import { standingOf } from '../standing.ts';
import { htmlText } from './html-text.ts';
import { severityMark, standingMark } from './page-marks.ts';

export interface EntryContext {
  readonly anchor: string;
  /** `New`, where an earlier run is known. */
  readonly badge: string | undefined;
}

/** One finding as an item of a list, folded up. */
export function findingEntry(finding: ReportedFinding, { anchor, badge }: EntryContext): string {
  const { id, check, subject, message, remedy, severity, exception, evidence } = finding;
  const evidenceRows = Object.entries(evidence).map(
    ([name, value]) => `<dt>${htmlText(name)}</dt><dd>${evidenceValue(value)}</dd>`,
  );
  return `<li class="finding" id="${anchor}"><details><summary>${standingMark(standingOf(finding))}${severityMark(severity)}<span class="what"><span class="subject">${htmlText(shortSubject(subject))}</span><code class="check-name">${htmlText(check)}</code>${badge === undefined ? '' : `<span class="badge is-${badge.toLowerCase()}">${badge}</span>`}<span class="message">${htmlText(message)}</span></span></summary><div class="body">${
    exception === undefined
      ? ''
      : `<div class="excepted-box"><h5>Excepted until ${htmlText(exception.expires)}</h5><p>${htmlText(exception.reason)}</p><p class="quiet">${htmlText(exception.owner)} answers for it.</p></div>`
  }${remedy === '' ? '' : `<div class="remedy"><h5>What to do</h5><p>${htmlText(remedy)}</p></div>`}${
    evidenceRows.length === 0
      ? ''
      : `<div><h5>Evidence</h5><dl class="evidence">${evidenceRows.join('')}</dl></div>`
  }<p class="id"><code>${htmlText(id)}</code></p><p class="links"><a class="permalink" href="#${anchor}">Link to this finding<span class="hidden-text">: ${htmlText(shortSubject(subject))}</span></a></p></div></details></li>`;
}

/** Longer evidence is cut: the page is to be read, the JSON report has it all. */
const most = 4000;

function evidenceValue(value: Json): string {
  if (Array.isArray(value) && value.length > 0 && value.every(isPlain))
    return htmlText(cut(value.map(String).join(', ')));
  if (isPlain(value)) return htmlText(cut(value === null ? 'none' : String(value)));
  if (Array.isArray(value) && value.length === 0) return 'none';
  return `<pre>${htmlText(cut(JSON.stringify(value, undefined, 2)))}</pre>`;
}

function isPlain(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}

function cut(text: string): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).toWellFormed()}… (${text.length - most} more characters in the JSON report)`;
}
