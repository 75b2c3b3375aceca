import type { ComplianceReport, ControlReport } from '../compliance/report-compliance.ts';
import { count } from './count.ts';
import { describeLoosened } from './describe-loosened.ts';
import { code, joinBlocks, link, table } from './pull-request/markdown.ts';
import { statusWords, summarizeCompliance } from './render-compliance.ts';

/** At most so many findings are named in a row. */
const shownFindings = 3;

/** Every control of a framework with its state, and why, as Markdown; empty without controls. */
export function renderComplianceMarkdown({ profile, controls }: ComplianceReport): string {
  const { framework } = profile;
  if (framework === undefined) return '';
  return joinBlocks([
    `## ${framework.title}`,
    `${summarizeCompliance(controls)}. As of ${framework.asOf}; ${link('source', framework.source)}.`,
    framework.scope,
    table(['control', 'state', 'what holds', 'why'], controls.map(rowOf)),
  ]);
}

function rowOf(report: ControlReport): readonly string[] {
  const { control, status } = report;
  const state = statusWords[status];
  return [
    code(control.id),
    status === 'fail' ? `**${state}**` : state,
    control.title.replaceAll('*', '\\*'),
    reasonsOf(report).join('<br>'),
  ];
}

function reasonsOf({ status, findings, words, loosened }: ControlReport): readonly string[] {
  const settled = status === 'pass' || status === 'not-applicable';
  const rest = findings.length - shownFindings;
  const named = [
    ...findings.slice(0, shownFindings).map((id) => code(id)),
    ...(rest > 0 ? [`and ${count(rest, 'more finding')}`] : []),
  ];
  return [
    ...(settled ? [] : named),
    ...words.map((text) => text.replaceAll('*', '\\*')),
    ...loosened.map(describeLoosened),
  ];
}
