import { severities } from '../../../model/finding.ts';
import { type StandingCounts, standings, standingWords } from '../standing.ts';
import { htmlText } from './html-text.ts';

export interface FilterFormInput {
  readonly areas: readonly string[];
  readonly counts: StandingCounts;
  readonly isCompared: boolean;
}

/** The filters; of no use without the script, and not shown then. */
export function filterForm({ areas, counts, isCompared }: FilterFormInput): string {
  const standingChips = standings
    .filter((standing) => counts[standing] > 0)
    .map((standing) => {
      const isOn = standing !== 'pass' && standing !== 'not-applicable';
      const text = `${standingWords[standing]} <b>${counts[standing]}</b>`;
      return chip({ name: 'standing', value: standing, text, isOn });
    });
  const severityChips = severities
    .toReversed()
    .map((severity) => chip({ name: 'severity', value: severity, text: severity, isOn: true }));
  return `<form id="filters" class="card filters js-only" role="search" aria-label="Filter findings">
<div class="row"><div class="search"><label class="label" for="search">Search</label><input id="search" type="search" placeholder="Name, check, message …" autocomplete="off" aria-keyshortcuts="/"></div>
${select('area', 'Area', [['', 'All areas'], ...areas.map((title, index): Option => [String(index), title])])}
${isCompared ? select('change', 'Since the last run', changes) : ''}
${select('group', 'Group by', [
  ['check', 'Check'],
  ['severity', 'Severity'],
  ['subject', 'Subject'],
])}
<button id="reset" class="plain" type="button">Reset</button></div>
<div class="row"><fieldset><legend>Outcome</legend><div class="chips">${standingChips.join('')}</div></fieldset>
<fieldset><legend>Severity</legend><div class="chips">${severityChips.join('')}</div></fieldset></div>
</form>`;
}

type Option = readonly [value: string, text: string];

const changes: readonly Option[] = [
  ['', 'All'],
  ['new', 'New'],
  ['changed', 'Changed'],
  ['still-open', 'Still open'],
];

function select(id: string, label: string, options: readonly Option[]): string {
  return `<div><label class="label" for="${id}">${label}</label><select id="${id}">${options
    .map(([value, text]) => `<option value="${value}">${htmlText(text)}</option>`)
    .join('')}</select></div>`;
}

interface Chip {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly isOn: boolean;
}

function chip({ name, value, text, isOn }: Chip): string {
  return `<label class="chip tone-of-${value}"><input type="checkbox" name="${name}" value="${value}"${isOn ? ' checked' : ''}><span>${text}</span></label>`;
}
