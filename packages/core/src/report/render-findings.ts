import type { ReportedFinding } from '../exceptions/exception.ts';
import { isAtLeast, type Outcome, outcomes, type Severity, severities } from '../model/finding.ts';
import { count } from './count.ts';
import { describeAge } from './describe-age.ts';
import type { Layout } from './paint.ts';
import { renderUnreadable } from './render-unreadable.ts';
import { shortSubject } from './short-subject.ts';
import { visibleText } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

/** What a terminal shows of a run. */
export interface FindingsTable {
  readonly account: string;
  readonly partition: string;
  /** The moment to which ages are measured. */
  readonly checkedAt: Date;
  /** Where the credential report could be read: when AWS made it. */
  readonly credentialReportGeneratedAt: string | undefined;
  readonly findings: readonly ReportedFinding[];
  /** Also what passed and what does not apply. */
  readonly all: boolean;
  /** What is less severe is counted and not shown. */
  readonly from?: Severity;
}

/**
 * The findings by severity, worst first; then what is excepted; what could not be read comes last,
 * each reason once.
 */
export function renderFindings(report: FindingsTable, layout: Layout): readonly string[] {
  const { all, from = 'info' } = report;
  const shown = report.findings.filter(
    ({ outcome, severity }) => (all || isNews(outcome)) && isAtLeast(severity, from),
  );
  const counted = shown.filter(({ exception }) => exception === undefined);
  const unknown = counted.filter(({ outcome }) => outcome === 'unknown');
  const judged = counted.filter(({ outcome }) => outcome !== 'unknown');
  return [
    ...renderHead(report, layout),
    ...severities.toReversed().flatMap((severity) => renderSeverity(severity, judged, layout)),
    ...renderExcepted(
      shown.filter(({ exception }) => exception !== undefined),
      layout,
    ),
    ...renderUnreadable(unknown, layout),
    '',
    ...wrapText(summarizeFindings(report.findings), { ...layout, paint: layout.paint.strong }),
  ];
}

/**
 * `12 failed, 2 warnings, 1 unknown, 30 passed, 1 excepted`: the outcomes that there are, with their
 * number. What is excepted counts only as that.
 */
export function summarizeFindings(findings: readonly ReportedFinding[]): string {
  const counted = findings.filter(({ exception }) => exception === undefined);
  const excepted = findings.length - counted.length;
  const numbers = outcomes
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((outcome) => ({ outcome, number: numberOf(counted, outcome) }))
    .filter(({ number }) => number > 0)
    .map(({ outcome, number }) => words[outcome](number));
  const parts = [...numbers, ...(excepted > 0 ? [`${excepted} excepted`] : [])];
  return `${count(findings.length, 'finding')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** Worst first. */
const order: readonly Outcome[] = ['fail', 'warn', 'manual', 'unknown', 'pass', 'not-applicable'];

const words: { readonly [O in Outcome]: (number: number) => string } = {
  fail: (number) => `${number} failed`,
  warn: (number) => count(number, 'warning'),
  manual: (number) => `${number} to look at`,
  unknown: (number) => `${number} unknown`,
  pass: (number) => `${number} passed`,
  'not-applicable': (number) => `${number} not applicable`,
};

function numberOf(findings: readonly ReportedFinding[], outcome: Outcome): number {
  return findings.filter((finding) => finding.outcome === outcome).length;
}

function isNews(outcome: Outcome): boolean {
  return outcome !== 'pass' && outcome !== 'not-applicable';
}

function renderHead(report: FindingsTable, { paint }: Layout): readonly string[] {
  const { account, partition, checkedAt, credentialReportGeneratedAt: generatedAt } = report;
  const at = checkedAt.toISOString().slice(0, 16).replace('T', ' ');
  return [
    paint.strong(visibleText(`Account ${account} (${partition}), ${at} UTC`)),
    ...(generatedAt === undefined
      ? []
      : [paint.quiet(`Credential report: ${describeAge(generatedAt, checkedAt)}`)]),
  ];
}

function renderSeverity(
  severity: Severity,
  judged: readonly ReportedFinding[],
  layout: Layout,
): readonly string[] {
  const members = judged
    .filter((finding) => finding.severity === severity)
    .toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  if (members.length === 0) return [];
  const lines = members.flatMap((finding, index) =>
    renderFinding(finding, { next: members[index + 1], layout }),
  );
  return ['', layout.paint.strong(severity.toUpperCase()), ...lines];
}

/** The remedy follows the last of the neighbours that share it. */
function renderFinding(
  { check, subject, message, outcome, remedy }: ReportedFinding,
  { next, layout }: { readonly next: ReportedFinding | undefined; readonly layout: Layout },
): readonly string[] {
  const { width, paint } = layout;
  const shared = next?.remedy === remedy;
  const head = `${symbolOf(outcome, layout)} ${paint.strong(check)}`;
  return [
    `${head}  ${visibleText(shortSubject(subject))}`,
    ...wrapText(message, { width, indent: 4 }),
    ...(remedy === '' || shared
      ? []
      : wrapText(remedy, { width, indent: 4, lead: '→ ', paint: paint.quiet })),
  ];
}

/** Who answers for what, and until when. */
function renderExcepted(
  excepted: readonly ReportedFinding[],
  { width, paint }: Layout,
): readonly string[] {
  if (excepted.length === 0) return [];
  const lines = excepted.flatMap(({ check, subject, severity, message, exception }) => [
    `${paint.quiet('∅')} ${paint.strong(check)}  ${visibleText(shortSubject(subject))}  ${paint.quiet(severity)}`,
    ...wrapText(message, { width, indent: 4 }),
    ...wrapText(`until ${exception?.expires}, ${exception?.owner}: ${exception?.reason}`, {
      width,
      indent: 4,
      paint: paint.quiet,
    }),
  ]);
  return ['', paint.strong('EXCEPTED'), ...lines];
}

function symbolOf(outcome: Outcome, { paint }: Layout): string {
  switch (outcome) {
    case 'fail':
      return paint.bad('✗');
    case 'warn':
      return paint.doubtful('!');
    case 'manual':
      return paint.note('○');
    case 'unknown':
      return paint.doubtful('?');
    case 'pass':
      return paint.good('✓');
    case 'not-applicable':
      return paint.quiet('–');
    default:
      return outcome satisfies never;
  }
}
