import type { Check } from '../../packages/core/src/checks/check.ts';
import { type CheckGroup, checkGroups } from '../../packages/core/src/checks/index.ts';
import { controlsOf } from '../../packages/core/src/compliance/frameworks.ts';
import { partPermissions } from '../../packages/core/src/model/part-permissions.ts';
import { defaultCheckSettings } from '../../packages/core/src/model/settings.ts';
import type { PartName } from '../../packages/core/src/model/snapshot.ts';

/** The reference of all checks, as Markdown. */
export function produceChecksDoc(): string {
  return `${[
    '# Checks',
    'Every check with what it looks at and what to do. How outcomes, settings and exit codes work: [checks.md](checks.md).',
    ...checkGroups.map(overviewOf),
    '## Settings',
    settingsTable(),
    ...checkGroups.flatMap(({ title, checks }) => [
      `## ${title}: the checks`,
      ...checks.map(sectionOf),
    ]),
  ].join('\n\n')}\n`;
}

function overviewOf({ title, checks }: CheckGroup): string {
  const rows = checks.map(({ id, title: holds, severity, optIn, ...check }) => [
    `[${code(id)}](#${id})`,
    `${escapeText(holds)}${optIn ? ' *(on request)*' : ''}`,
    severity,
    [...new Set([...check.needs, ...(check.uses ?? [])])].map(code).join(', '),
  ]);
  return `## ${title}\n\n${table(['check', 'passes when', 'severity', 'reads'], rows)}`;
}

function sectionOf(check: Check): string {
  const { id, title, severity, subject, rationale, remedy, documentation, optIn } = check;
  const facts = [
    `**Severity:** ${severity}. **Subject:** ${subject}.${optIn ? ' **Runs only when asked for by name.**' : ''}`,
    `**Why:** ${escapeText(rationale)}`,
    `**What to do:** ${escapeText(remedy)}`,
    ...readsOf(check),
    ...settingsOf(check),
    ...referencesOf(check),
    `[AWS documentation](${documentation})`,
  ];
  return `### ${id}\n\n${escapeText(title)}.\n\n${facts.map((fact) => `- ${fact}`).join('\n')}`;
}

function readsOf({ needs, uses = [] }: Check): string[] {
  return [
    ...(needs.length > 0 ? [`**Needs:** ${needs.map(withPermissions).join('; ')}`] : []),
    ...(uses.length > 0
      ? [`**Uses, where it can be read:** ${uses.map(withPermissions).join('; ')}`]
      : []),
  ];
}

function withPermissions(part: PartName): string {
  return `${code(part)} (${partPermissions[part].map(code).join(', ')})`;
}

function settingsOf({ settings = [] }: Check): string[] {
  const shown = settings.map((name) => `${code(name)} (${showValue(defaultCheckSettings[name])})`);
  return shown.length > 0 ? [`**Settings:** ${shown.join(', ')}`] : [];
}

function referencesOf({ id }: Check): string[] {
  const shown = controlsOf(id).map(({ title, controls }) => `${title}: ${controls.join(', ')}`);
  return shown.length > 0
    ? [`**Answers to** ([compliance.gen.md](compliance.gen.md)): ${shown.join('; ')}`]
    : [];
}

function settingsTable(): string {
  const rows = Object.entries(defaultCheckSettings).map(([name, value]) => [
    code(name),
    showValue(value),
    checkGroups
      .flatMap(({ checks }) => checks)
      .filter(({ settings = [] }) => settings.some((setting) => setting === name))
      .map(({ id }) => `[${code(id)}](#${id})`)
      .join(', '),
  ]);
  return table(['setting', 'default', 'moves'], rows);
}

function showValue(value: unknown): string {
  return code(JSON.stringify(value));
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
