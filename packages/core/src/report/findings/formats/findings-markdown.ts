import type { ReportedFinding } from '../../../exceptions/exception.ts';
import { count } from '../../count.ts';
import { bytesOf } from '../../pull-request/fit-sections.ts';
import { code, hardBreak, joinBlocks, link, table } from '../../pull-request/markdown.ts';
import { prose } from '../../pull-request/prose.ts';
import { shortSubject } from '../../short-subject.ts';
import { areaScores, totalScore } from '../area-scores.ts';
import { comparisonMarkdown } from '../compare/comparison-markdown.ts';
import { checkEntries, type FindingsReport } from '../findings-report.ts';
import {
  countStandings,
  type Standing,
  standingOf,
  standings,
  standingWords,
  worstFirst,
} from '../standing.ts';

export interface FindingsMarkdownOptions {
  /** Bytes of UTF-8 that the text may have; below what GitHub takes of a job summary if left out. */
  readonly budget?: number;
}

/** GitHub takes 1 MiB of a job summary. */
const summaryBudget = 1_000_000;

/**
 * The report as GitHub Markdown: the score by area, then what is open, worst first, and what is
 * excepted. What passed is only counted. Whatever the budget does not hold is counted too.
 */
export function findingsMarkdown(
  report: FindingsReport,
  { budget = summaryBudget }: FindingsMarkdownOptions = {},
): string {
  const entries = checkEntries(report);
  const shown = worstFirst(report.findings).filter((each) => sections.includes(standingOf(each)));
  const head = [
    headOf(report),
    areaTable(report),
    ...(report.comparison ? [comparisonMarkdown(report.comparison)] : []),
  ];
  const blocks: string[] = [];
  let room = budget - bytesOf(joinBlocks(head)) - noticeBytes;
  let left = 0;
  let last: Standing | undefined;
  for (const finding of shown) {
    const standing = standingOf(finding);
    const title = standing === last ? '' : `\n### ${standingWords[standing]}\n\n`;
    const documentation = entries.get(finding.check)?.check?.documentation;
    const block = `${title}${entryOf(finding, documentation)}`;
    const size = bytesOf(block) + 1;
    // Once one does not fit none follows, so that what is shown is the worst.
    if (left > 0 || size > room) {
      left += 1;
      continue;
    }
    room -= size;
    last = standing;
    blocks.push(block);
  }
  const notice =
    left > 0 ? `And ${count(left, 'finding')} more that this page has no room for.` : '';
  return `${joinBlocks([...head, blocks.join('\n').trim(), notice])}\n`;
}

const sections: readonly Standing[] = ['fail', 'unknown', 'warn', 'manual', 'excepted'];
const noticeBytes = 100;

function headOf({ account, partition, checkedAt, profile, findings }: FindingsReport): string {
  const numbers = countStandings(findings);
  const counted = standings
    .filter((standing) => numbers[standing] > 0)
    .map((standing) => `${numbers[standing]} ${standingWords[standing].toLowerCase()}`);
  const at = checkedAt.toISOString().slice(0, 16).replace('T', ' ');
  return joinBlocks([
    `## Account ${code(account)} (${code(partition)})`,
    [
      `${count(findings.length, 'finding')}: ${counted.join(', ') || 'none'}.`,
      `Checked ${at} UTC${profile === undefined ? '' : ` against ${prose(profile.title)}`}.`,
    ].join(' '),
  ]);
}

function areaTable(report: FindingsReport): string {
  const scores = areaScores(report);
  if (scores.length === 0) return '';
  const total = { ...totalScore(scores), title: 'All' };
  return table(
    ['Area', 'Score', 'Pass', 'Fail', 'Warn', 'Unknown', 'To look at', 'Excepted'],
    [...scores, total].map(({ title, score, checks }) => [
      title === 'All' ? '**All**' : prose(title),
      score === undefined ? '–' : `${score} %`,
      ...[
        checks.pass,
        checks.fail,
        checks.warn,
        checks.unknown,
        checks.manual,
        checks.excepted,
      ].map((number) => (number === 0 ? '' : String(number))),
    ]),
  );
}

function entryOf(finding: ReportedFinding, documentation: string | undefined): string {
  const { check, severity, subject, message, remedy, exception } = finding;
  const lines = [
    `- ${signs[standingOf(finding)]} **${severity}** ${link(code(check, 80), documentation)} ${code(shortSubject(subject), 120)}: ${prose(message, 400)}`,
    ...(remedy === '' || exception ? [] : [`  → ${prose(remedy, 400)}`]),
    ...(exception
      ? [
          `  Excepted until ${exception.expires.replace(/[^\d-]/g, '')} by ${code(exception.owner, 120)}: ${prose(exception.reason, 300)}`,
        ]
      : []),
  ];
  return lines.join(hardBreak);
}

const signs: { readonly [S in Standing]: string } = {
  fail: '❌',
  unknown: '❔',
  warn: '⚠️',
  manual: '👁️',
  excepted: '⏸️',
  pass: '✅',
  'not-applicable': '➖',
};
