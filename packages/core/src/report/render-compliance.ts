import {
  type ComplianceReport,
  type ControlReport,
  type ControlStatus,
  controlStatuses,
} from '../compliance/report-compliance.ts';
import { count } from './count.ts';
import { describeLoosened } from './describe-loosened.ts';
import type { Layout } from './paint.ts';
import { wrapText } from './wrap-text.ts';

/** At most so many findings are named below a control. */
const shownFindings = 5;

/** Every control of a framework with its state, and why, for a terminal; empty without controls. */
export function renderCompliance(
  { profile, controls }: ComplianceReport,
  layout: Layout,
): readonly string[] {
  const { framework } = profile;
  if (framework === undefined) return [];
  const { width, paint } = layout;
  const column = Math.max(...controls.map(({ control }) => control.id.length));
  return [
    ...wrapText(`${framework.title}, as of ${framework.asOf}`, { width, paint: paint.strong }),
    ...wrapText(framework.scope, { width, paint: paint.quiet }),
    '',
    ...controls.flatMap((each) => renderControl(each, column, layout)),
    '',
    ...wrapText(summarizeCompliance(controls), { width, paint: paint.strong }),
  ];
}

/** `21 controls: 3 fail, 4 for a person, 14 pass`: the states that there are, worst first. */
export function summarizeCompliance(controls: readonly ControlReport[]): string {
  const parts = controlStatuses.flatMap((status) => {
    const number = controls.filter((each) => each.status === status).length;
    return number > 0 ? [`${number} ${statusWords[status]}`] : [];
  });
  return `${count(controls.length, 'control')}: ${parts.join(', ')}`;
}

export const statusWords: { readonly [S in ControlStatus]: string } = {
  fail: 'fail',
  unknown: 'unknown',
  manual: 'for a person',
  pass: 'pass',
  'not-applicable': 'not applicable',
};

function renderControl(report: ControlReport, column: number, layout: Layout): readonly string[] {
  const { control, status, words, loosened } = report;
  const { width, paint } = layout;
  const indent = column + 4;
  return [
    ...wrapText(`${control.title}${ratingOf(report)}`, {
      width,
      lead: `${symbolOf(status, layout)} ${control.id.padEnd(column)}  `,
      hanging: indent,
    }),
    ...namedFindings(report).flatMap((id) => wrapText(id, { width, indent })),
    ...[...words, ...loosened.map(describeLoosened)].flatMap((text) =>
      wrapText(text, { width, indent, lead: '→ ', paint: paint.quiet }),
    ),
  ];
}

function ratingOf({ control: { level, severity } }: ControlReport): string {
  const words = [
    ...(level === undefined ? [] : [`level ${level}`]),
    ...(severity === undefined ? [] : [severity]),
  ];
  return words.length > 0 ? ` (${words.join(', ')})` : '';
}

/** What decided, where it is not that all is well. */
function namedFindings({ status, findings }: ControlReport): readonly string[] {
  if (status === 'pass' || status === 'not-applicable') return [];
  const rest = findings.length - shownFindings;
  return [
    ...findings.slice(0, shownFindings),
    ...(rest > 0 ? [`and ${count(rest, 'more finding')}`] : []),
  ];
}

function symbolOf(status: ControlStatus, { paint }: Layout): string {
  switch (status) {
    case 'fail':
      return paint.bad('✗');
    case 'unknown':
      return paint.doubtful('?');
    case 'manual':
      return paint.note('○');
    case 'pass':
      return paint.good('✓');
    case 'not-applicable':
      return paint.quiet('–');
    default:
      return status satisfies never;
  }
}
