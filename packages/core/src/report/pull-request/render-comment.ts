import { approvalBlock } from './approval-section.ts';
import { checkSection } from './check-section.ts';
import { conflictSection } from './conflict-section.ts';
import { bytesOf, describeLost, fitSections } from './fit-sections.ts';
import { footBlock } from './foot-block.ts';
import { headBlock } from './head-section.ts';
import { lintSection } from './lint-section.ts';
import { details, joinBlocks, link } from './markdown.ts';
import { noteSection } from './note-section.ts';
import { policySections } from './policy-section.ts';
import { problemSection } from './problem-section.ts';
import { prose } from './prose.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import { refusalSection } from './refusal-section.ts';
import type { LinkTo, ReportContext } from './report-context.ts';
import { resultSection } from './result-section.ts';
import { riskSection } from './risk-section.ts';
import { kept, type Section, type ShorterForm } from './section.ts';
import { subjectSections } from './subject-section.ts';
import { reportVerdict } from './verdict.ts';

/** Well below what GitHub takes of a comment: 65,536 characters, by its own word. */
export const commentBudget = 60_000;
/** GitHub cuts a step's summary off at 1 MiB. */
export const summaryBudget = 1_000_000;

export interface CommentOptions {
  /** The address of a line in a file; `undefined` where there is none. */
  readonly linkTo: LinkTo;
  /** The first line, by which the comment is found again: `<!-- rolecall:default -->`. */
  readonly marker: string;
  /** Bytes of UTF-8; 60,000 if left out. */
  readonly budget?: number | undefined;
}

export interface Rendered {
  readonly markdown: string;
  /** What was left out to stay within the budget. */
  readonly dropped: readonly string[];
}

/**
 * The comment of a pull request. Of sections too many, notes go first, then findings of checks and
 * lint, what the plan does to the least dangerous resources, policies outside the manifest, other
 * details. Never the verdict, the worst risks, what is refused and what is deleted.
 */
export function renderComment(report: PullRequestReport, options: CommentOptions): Rendered {
  const { linkTo, marker, budget = commentBudget } = options;
  const context = { report, linkTo, whole: false };
  if (report.phase.kind === 'outdated')
    return { markdown: `${marker}\n${outdated(report.phase.by, context)}\n`, dropped: [] };
  return render(context, { first: `${marker}\n`, budget });
}

/** The summary of a step: the same, and with the whole plan. */
export function renderSummary(
  report: PullRequestReport,
  { linkTo, budget = summaryBudget }: Omit<CommentOptions, 'marker'>,
): Rendered {
  return render({ report, linkTo, whole: true }, { first: '', budget });
}

function render(
  context: ReportContext,
  { first, budget }: { readonly first: string; readonly budget: number },
): Rendered {
  const { report } = context;
  const sections = sectionsOf(context);
  const foot = footBlock(report);
  const room = budget - bytesOf(first) - bytesOf(foot) - noticeBytes;
  const { blocks, lost } = fitSections(sections, room);
  const notice = noticeOf(lost, context);
  const body = joinBlocks([...blocks, notice, foot]);
  return {
    markdown: `${first}${body}\n`,
    dropped: lost.map(({ loses, lost: what }) => (loses === what ? what : `${loses}: ${what}`)),
  };
}

function sectionsOf(context: ReportContext): readonly Section[] {
  const { report } = context;
  return [
    kept(headBlock(report, reportVerdict(report))),
    ...resultSection(context),
    ...problemSection(context),
    ...refusalSection(context),
    ...conflictSection(context),
    ...riskSection(context),
    ...subjectSections(context),
    ...policySections(context),
    ...lintSection(context),
    ...checkSection(context),
    ...noteSection(context),
    kept(approvalBlock(report)),
  ];
}

/** What the notice may take at most, with the address of the run. */
const noticeBytes = 1000;

function noticeOf(
  lost: readonly ShorterForm[],
  { report: { runUrl }, whole }: ReportContext,
): string {
  if (lost.length === 0) return '';
  const where = whole
    ? 'the plan file'
    : `the ${link('summary of the run', runUrl)} and in the plan file`;
  return `**Left out here, for there is no room:** ${describeLost(lost)}. All of it is in ${where}.`;
}

/** Struck out and folded: what it says is true no more. */
function outdated(by: string, context: ReportContext): string {
  const verdict = reportVerdict(context.report);
  const risks = riskSection(context).map(({ text, shorter }) => shorter.at(-1)?.text ?? text);
  return joinBlocks([
    `## ~~${verdict.title}~~`,
    `Outdated: ${prose(by, 300)}`,
    details('What it said', [...verdict.text, ...risks]),
    footBlock(context.report),
  ]);
}
