import type { Severity } from '../../model/finding.ts';

const marks: { readonly [S in Severity]: string } = {
  critical: '🔴 Critical',
  high: '🟠 High',
  medium: '🟡 Medium',
  low: '⚪ Low',
  info: '⚪ New',
};

export function severityMark(severity: Severity): string {
  return marks[severity];
}

/** The sign without the word. */
export function severitySign(severity: Severity): string {
  return marks[severity].slice(0, marks[severity].indexOf(' '));
}
