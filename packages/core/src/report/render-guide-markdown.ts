import type { Instructions } from '../guides/guide.ts';
import type { GuideWalk } from '../guides/walk-guide.ts';
import type { WalkedStep } from '../guides/walked-step.ts';
import { entryLines } from './guide-entry-lines.ts';
import { code, fence, joinBlocks, link } from './pull-request/markdown.ts';
import { prose } from './pull-request/prose.ts';
import { type GuideReportInput, stateWords, summarizeGuide } from './render-guide.ts';
import { summarizePlan } from './render-plan.ts';

/** A guide walked over an account, as Markdown. */
export function renderGuideMarkdown({ walk, plan, planFault }: GuideReportInput): string {
  return joinBlocks([
    `## ${prose(walk.title)}`,
    `Account ${code(walk.account)} (${code(walk.partition)}).`,
    ...walk.warnings.map((warning) => `> ${prose(warning)}`),
    applicabilityOf(walk),
    ...walk.steps.map(stepOf),
    ...(planFault === undefined ? [] : [`No plan: ${prose(planFault)}`]),
    ...(plan === undefined
      ? []
      : [
          [
            ...plan.changes.map(({ kind, type, name }) => `- ${kind} ${code(`${type}/${name}`)}`),
            ...plan.conflicts.map(
              ({ type, name, message }) =>
                `- conflict ${code(`${type}/${name}`)}: ${prose(message)}`,
            ),
          ].join('\n'),
          `**${prose(summarizePlan(plan))}**`,
        ]),
    walk.steps.length > 0 ? `**${prose(summarizeGuide(walk))}**` : '',
  ]);
}

function applicabilityOf({ applicability: it }: GuideWalk): string {
  switch (it.kind) {
    case 'applicable':
      return it.evidence.length === 0 ? '' : `Seen: ${it.evidence.map(code).join(', ')}.`;
    case 'not-applicable':
      return [
        `**Not applicable.** ${prose(it.why)}`,
        it.successor === null ? '' : `Consider the guide ${code(it.successor)}.`,
        link('Source', it.source),
      ]
        .filter(Boolean)
        .join(' ');
    case 'unclear':
      return `**Unclear.** ${prose(it.why)} ${it.missingPermissions.map(code).join(', ')}`;
    default:
      return it satisfies never;
  }
}

function stepOf(step: WalkedStep): string {
  const { id, title, state, why, seen, plan, instructions, weaker, source } = step;
  const place = source.line === undefined ? '' : `, line ${source.line}`;
  return joinBlocks([
    `### ${prose(title)}`,
    `**${stateWords[state]}** (${code(id)}). ${prose(why)}`,
    seen.map((each) => `- ${code(each)}`).join('\n'),
    plan === undefined
      ? ''
      : plan.declared
        ? `${code(`blueprints.${plan.name}`)} of the manifest says it: ${code('rolecall apply')}`
        : fence(entryLines(plan), 'yaml'),
    plan === undefined || plan.needs.length === 0
      ? ''
      : `Say: ${plan.needs.map((name) => code(`--set ${name}=…`)).join(' ')}`,
    instructions === undefined ? '' : instructionsMarkdown(instructions),
    weaker === undefined || state === 'not-applicable'
      ? ''
      : `> ${prose(weaker.why)} (${code(weaker.check)}) Stronger: ${prose(weaker.stronger)}`,
    `From: ${link(source.title, source.url)}${place}`,
  ]);
}

/** Words, then clicks, commands and lines to copy. */
export function instructionsMarkdown(instructions: Instructions): string {
  const { words, console: clicks, cli, file, links } = instructions;
  return joinBlocks([
    prose(words),
    clicks.map((click, index) => `${index + 1}. ${prose(click)}`).join('\n'),
    cli.length > 0 ? fence(cli, 'sh') : '',
    file === undefined ? '' : `${code(file.path)}:`,
    file === undefined ? '' : fence(file.lines),
    links.map(({ title, url }) => `- ${link(title, url)}`).join('\n'),
  ]);
}
