import {
  type Finding,
  type Layout,
  shortSubject,
  summarizeFindings,
  visibleText,
  wrapText,
} from '@rolecall/core';

/** What failed and does so no more, what fails anew, and both sums. */
export function renderDifference(
  before: readonly Finding[],
  after: readonly Finding[],
  { width, paint }: Layout,
): readonly string[] {
  const failing = (findings: readonly Finding[]) =>
    findings.filter(({ outcome }) => outcome === 'fail');
  const without = (findings: readonly Finding[], others: readonly Finding[]) => {
    const ids = new Set(others.map(({ id }) => id));
    return findings.filter(({ id }) => !ids.has(id));
  };
  const name = ({ check, subject }: Finding) => `${check}  ${visibleText(shortSubject(subject))}`;
  const mended = without(failing(before), failing(after));
  const fresh = without(failing(after), failing(before));
  const left = failing(after).length;
  return [
    ...mended.map((finding) => `${paint.good('✓')} ${name(finding)}`),
    ...fresh.map((finding) => `${paint.bad('✗')} ${name(finding)}`),
    '',
    ...wrapText(summarizeFindings(before), { width, lead: 'Before  ' }),
    ...wrapText(summarizeFindings(after), { width, lead: 'After   ' }),
    ...wrapText(
      `The other ${left} need a person or a decision: an MFA device for root, keys that ` +
        'programs still use, administrators who should not be. The findings say what to do.',
      { width },
    ),
  ];
}
