import { findCheck } from '../../packages/core/src/checks/index.ts';
import type {
  Automation,
  Control,
  Framework,
} from '../../packages/core/src/compliance/framework.ts';
import { frameworks } from '../../packages/core/src/compliance/frameworks.ts';
import { profiles } from '../../packages/core/src/compliance/profiles.ts';

/** Which checks answer which control of which framework, as Markdown. */
export function produceComplianceDoc(): string {
  return `${[
    '# Compliance',
    'Which checks answer the controls of others. Titles are in our words; the text of a control stands in its source. Control numbers and what Rolecall makes of them are dated: look at the source before an audit.',
    '## Profiles',
    'A profile chooses checks, also those that otherwise run only on request, and the limits that its framework asks for.',
    table(
      ['profile', 'runs'],
      profiles.map(({ name, title }) => [code(name), title]),
    ),
    '## How a control is judged',
    judging,
    ...frameworks.flatMap(sectionOf),
  ].join('\n\n')}\n`;
}

const judging = `A control is the first of these that is true of the findings of its checks:

| state | when |
|---|---|
| fail | one failed |
| unknown | one is unknown, or a check was not run |
| for a person | one is a warning or says that only a person can tell, or the checks do not see all of the control |
| pass | one passed |
| not applicable | there is nothing to look at |

A control that no check answers is for a person. One of which only the number is known is unknown.

Where controls of one framework ask for different limits, the checks run with the strictest one. A failure is then measured again by the control's own limit: a key unused for 60 days fails IAM.22 (45 days) and passes IAM.8 (90 days). Where a finding does not tell what was measured, the control is unknown. What you set yourself wins over the framework; where that is laxer, the report says so beside the control.`;

function sectionOf(framework: Framework): readonly string[] {
  const { title, name, version, asOf, source, scope, controls } = framework;
  return [
    `## ${title}`,
    `Profile ${code(name)}, version ${version}, as of ${asOf}. [Source](${source}). ${scope}`,
    table(['control', 'what holds', 'rating', 'answered by'], controls.map(rowOf)),
  ];
}

function rowOf({ id, title, level, severity, automation, note }: Control): readonly string[] {
  const rating = level === undefined ? (severity ?? '') : `level ${level}`;
  const notes = note === undefined ? [] : [escapeText(note)];
  return [id, escapeText(title), rating, [...answersOf(automation), ...notes].join(' ')];
}

function answersOf(automation: Automation): readonly string[] {
  switch (automation.kind) {
    case 'checks': {
      const { checks, settings, remainder } = automation;
      const limits = Object.entries(settings).map(([name, value]) => `${code(name)} ${value}`);
      const shown = [...checks.map(linked), ...limits].join(', ');
      return [shown, ...(remainder === undefined ? [] : [`*Partly.* ${escapeText(remainder)}`])];
    }
    case 'manual':
      return [`*A person.* ${escapeText(automation.words)}`];
    case 'not-automatable':
      return [`*Cannot be automated.* ${escapeText(automation.why)}`];
    case 'unmapped':
      return [`*Not mapped.* ${escapeText(automation.why)}`];
    default:
      return automation satisfies never;
  }
}

function linked(id: string): string {
  return findCheck(id) === undefined
    ? `${code(id)} (to come)`
    : `[${code(id)}](checks.gen.md#${id})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

function escapeText(text: string): string {
  return text.replace(/[*_<]/g, (sign) => `\\${sign}`);
}
