import { type Layout, visibleText, wrapText } from '@rolecall/core';
import { counted } from './counted.ts';
import { type FailLevel, failLevels, levelName, levelOf } from './finding-order.ts';
import type { LintedPolicy, PlacedFinding } from './lint-files.ts';
import { nameOf } from './policy-files.ts';
import { kindNames } from './policy-kind.ts';
import { renderSource } from './render-source.ts';

/** Every policy with its findings, each at its place, then how many there are. */
export function renderLint(policies: readonly LintedPolicy[], layout: Layout): readonly string[] {
  const { width, paint } = layout;
  const [first] = policies;
  if (first === undefined) return ['There is no policy in these files.'];
  return [
    ...policies.flatMap((policy, index) => [
      ...(index > 0 && hasFindings([policy, policies[index - 1]]) ? [''] : []),
      ...renderPolicy(policy, layout),
    ]),
    '',
    ...wrapText(summarizeLint(policies), { width, paint: paint.strong }),
    ...wrapText(offlineNote(first.report.dataDate), { width, paint: paint.quiet }),
  ];
}

function hasFindings(policies: readonly (LintedPolicy | undefined)[]): boolean {
  return policies.some((policy) => policy !== undefined && policy.findings.length > 0);
}

/** Who says so, and how fresh it is. */
export function offlineNote(dataDate: string): string {
  return `Offline, action data of ${dataDate}.`;
}

/** `3 findings in 2 policies: 1 error, 2 suggestions`. */
function summarizeLint(policies: readonly LintedPolicy[]): string {
  const findings = policies.flatMap((policy) => policy.findings);
  const where = `in ${counted(policies.length, 'policy', 'policies')}`;
  if (findings.length === 0) return `No findings ${where}.`;
  const parts = failLevels.flatMap((level) => {
    const number = findings.filter((finding) => levelOf(finding) === level).length;
    return number === 0 ? [] : [counted(number, levelName(level))];
  });
  return `${counted(findings.length, 'finding')} ${where}: ${parts.join(', ')}`;
}

function renderPolicy(policy: LintedPolicy, layout: Layout): readonly string[] {
  const { paint } = layout;
  const { findings, kind, guessed, text, file } = policy;
  const sign = findings.length === 0 ? paint.good('✓') : paint.bad('✗');
  const about = `${kindNames[kind]}${guessed ? ' (guessed)' : ''}`;
  return [
    `${sign} ${paint.strong(visibleText(nameOf(policy)))}  ${paint.quiet(about)}`,
    ...findings.flatMap((finding) => ['', ...renderFinding(finding, { text, file, layout })]),
  ];
}

interface FindingContext {
  readonly text: string;
  readonly file: string;
  readonly layout: Layout;
}

function renderFinding(
  finding: PlacedFinding,
  { text, file, layout }: FindingContext,
): readonly string[] {
  const { width, paint } = layout;
  const { issueCode, findingDetails, locations, own } = finding;
  const level = levelOf(finding);
  const [location] = locations;
  const { line = 1, column = 0 } = location?.span.start ?? {};
  const head = `${visibleText(file)}:${line}:${column + 1}`;
  return [
    `  ${head}  ${paintOf(level, layout)(levelName(level))}  ${paint.strong(issueCode)}${own ? paint.quiet('  (Rolecall)') : ''}`,
    ...wrapText(findingDetails, { width, indent: 4 }),
    ...(location === undefined ? [] : renderSource(text, location.span, layout)),
  ];
}

function paintOf(level: FailLevel, { paint }: Layout) {
  switch (level) {
    case 'error':
      return paint.bad;
    case 'security-warning':
    case 'warning':
      return paint.doubtful;
    case 'suggestion':
      return paint.note;
    default:
      return level satisfies never;
  }
}
