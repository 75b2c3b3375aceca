import type { Severity } from '../../../model/finding.ts';
import { type Standing, standingWords } from '../standing.ts';

/** How a finding stands, as a sign and a word. */
export function standingMark(standing: Standing): string {
  return `<span class="mark tone-of-${standing}"><span aria-hidden="true">${signs[standing]}</span>${standingWords[standing]}</span>`;
}

export function severityMark(severity: Severity): string {
  return `<span class="sev tone-of-${severity}"><span class="hidden-text">Severity </span>${severity}</span>`;
}

const signs: { readonly [S in Standing]: string } = {
  fail: '✕',
  unknown: '?',
  warn: '!',
  manual: '○',
  excepted: '∅',
  pass: '✓',
  'not-applicable': '–',
};
