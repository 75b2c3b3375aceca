import {
  type CatalogueEntry,
  catalogue,
  learnMoreLink,
} from '../../packages/policy/src/lint/catalogue.ts';
import type { CodeStatus } from '../../packages/policy/src/lint/code-status.ts';
import { codeStatuses } from '../../packages/policy/src/lint/code-statuses.ts';
import type { FindingType } from '../../packages/policy/src/lint/finding.ts';
import { ownCatalogue } from '../../packages/policy/src/lint/own-catalogue.ts';

/** The reference of all codes that policies are linted for, as Markdown. */
export function produceLintDoc(): string {
  const statuses = codeStatuses();
  const count = (status: string) =>
    catalogue().filter(({ issueCode }) => statuses.get(issueCode)?.status === status).length;
  return `${[
    '# Policy lint',
    'What `lintPolicy` looks for in a policy, offline and without an AWS account: the issue codes of ValidatePolicy of IAM Access Analyzer, and codes of our own, which are reported apart. Findings have the shape of that API.',
    `Of the ${catalogue().length} codes of AWS, ${count('done')} are **done**: the documentation or recorded output settles when they fire. ${count('assumption')} rest on an **assumption** where neither does. **Not done**, so that they never fire: ${count('not-done')}.`,
    'Places follow what recorded output of the service shows: the value of an element, the name of a condition key where the key is at fault, the whole document where the document is. For many codes no output with places is on record.',
    ...titles.map(([type, title]) => `## ${title}\n\n${tableOf(type)}`),
    '## Codes of our own',
    ...ownCatalogue.map(
      ({ issueCode, findingType, title }) => `### ${issueCode}\n\n${code(findingType)}: ${title}`,
    ),
  ].join('\n\n')}\n`;

  function tableOf(type: FindingType): string {
    const entries = catalogue().filter(({ findingType }) => findingType === type);
    const rows = entries.map((entry) => rowOf(entry, statuses.get(entry.issueCode)));
    return table(['code', 'status', 'note'], rows);
  }
}

const titles: readonly (readonly [type: FindingType, title: string])[] = [
  ['ERROR', 'Errors'],
  ['SECURITY_WARNING', 'Security warnings'],
  ['WARNING', 'Warnings'],
  ['SUGGESTION', 'Suggestions'],
];

function rowOf(entry: CatalogueEntry, status: CodeStatus | undefined): readonly string[] {
  return [
    `[${code(entry.issueCode)}](${learnMoreLink(entry)})`,
    (status?.status ?? 'not-done').replace('-', ' '),
    escapeText(status?.note ?? ''),
  ];
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
