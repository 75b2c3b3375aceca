import type { Guide, Instructions } from '../guides/guide.ts';
import type { PlannedEntry } from '../guides/planned-entry.ts';
import type { GuideWalk } from '../guides/walk-guide.ts';
import { type StepState, stepStates, type WalkedStep } from '../guides/walked-step.ts';
import type { Plan } from '../plan/plan.ts';
import { entryLines } from './guide-entry-lines.ts';
import type { Layout } from './paint.ts';
import { summarizePlan } from './render-plan.ts';
import { visibleText } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

export interface GuideReportInput {
  readonly walk: GuideWalk;
  /** Of the entries that are suggested; absent where there is none, or where it cannot be made. */
  readonly plan?: Plan | undefined;
  /** Why there is none though something is missing. */
  readonly planFault?: string | undefined;
}

/** A guide walked over an account: every step in order, with what to do, then the plan and the sum. */
export function renderGuide(report: GuideReportInput, layout: Layout): readonly string[] {
  const { walk } = report;
  const { width, paint } = layout;
  return [
    paint.strong(visibleText(`${walk.title}, account ${walk.account} (${walk.partition})`)),
    ...walk.warnings.flatMap((warning) =>
      wrapText(warning, { width, lead: '! ', paint: paint.doubtful }),
    ),
    ...renderApplicability(walk, layout),
    ...walk.steps.flatMap((step, index) =>
      renderStep(step, { layout, shown: entriesOf(walk.steps.slice(0, index)) }),
    ),
    ...renderPlanned(report, layout),
    ...(walk.steps.length > 0
      ? ['', ...wrapText(summarizeGuide(walk), { width, paint: paint.strong })]
      : []),
  ];
}

/** `5 done, 2 missing, 3 for you, 1 not applicable`: the states that there are, with their number. */
export function summarizeGuide({ steps }: GuideWalk): string {
  const counted = stepStates
    .map((state) => ({ state, number: steps.filter((step) => step.state === state).length }))
    .filter(({ number }) => number > 0)
    .map(({ state, number }) => `${number} ${stateWords[state]}`);
  return `${steps.length} steps: ${counted.join(', ')}`;
}

/** The guides there are, one line each, with what AWS has closed. */
export function renderGuideList(
  guides: readonly Pick<Guide, 'id' | 'title' | 'purpose'>[],
  { width, paint }: Layout,
): readonly string[] {
  return guides.flatMap(({ id, title, purpose }, index) => [
    ...(index === 0 ? [] : ['']),
    `${paint.strong(id)}  ${title}`,
    ...wrapText(purpose, { width, indent: 2 }),
  ]);
}

export const stateWords: { readonly [S in StepState]: string } = {
  done: 'done',
  missing: 'missing',
  person: 'for you',
  'not-applicable': 'not applicable',
  unknown: 'unknown',
};

function renderApplicability(
  { applicability: it }: GuideWalk,
  { width, paint }: Layout,
): readonly string[] {
  switch (it.kind) {
    case 'applicable':
      return it.evidence.length === 0
        ? []
        : wrapText(`Seen: ${it.evidence.join(', ')}`, { width, hanging: 2, paint: paint.quiet });
    case 'not-applicable':
      return [
        ...wrapText(`Not applicable. ${it.why}`, { width, paint: paint.doubtful }),
        ...(it.evidence.length > 0
          ? wrapText(`Seen: ${it.evidence.join(', ')}`, { width, hanging: 2 })
          : []),
        ...successorLines(it.successor, { width, paint }),
        ...wrapText(`Source: ${it.source}`, { width, hanging: 2, paint: paint.quiet }),
        ...wrapText('To walk it all the same: --include-retired', { width, paint: paint.quiet }),
      ];
    case 'unclear':
      return [
        ...wrapText(it.why, { width, lead: '? ', paint: paint.doubtful }),
        ...permissionLines(it.missingPermissions, { width, paint }),
        ...successorLines(it.successor, { width, paint }),
      ];
    default:
      return it satisfies never;
  }
}

function successorLines(successor: string | null, { width }: Layout): readonly string[] {
  return successor === null
    ? []
    : wrapText(`Consider the guide ${successor}: rolecall guide ${successor}`, {
        width,
        lead: '→ ',
      });
}

function permissionLines(
  permissions: readonly string[],
  { width, paint }: Layout,
  indent = 0,
): readonly string[] {
  return permissions.length === 0
    ? []
    : wrapText(`Missing permissions: ${permissions.join(', ')}`, {
        width,
        indent,
        hanging: 2,
        paint: paint.doubtful,
      });
}

/** Names of the entries that steps have shown. */
function entriesOf(steps: readonly WalkedStep[]): ReadonlySet<string> {
  return new Set(steps.flatMap(({ plan }) => plan?.name ?? []));
}

interface StepLayout {
  readonly layout: Layout;
  readonly shown: ReadonlySet<string>;
}

function renderStep(step: WalkedStep, { layout, shown }: StepLayout): readonly string[] {
  const { width, paint } = layout;
  const { state, title, id, why, source, weaker, seen } = step;
  const head = wrapText(title, {
    width,
    lead: `${symbols[state]} `,
    paint: painted(state, layout),
  });
  if (state === 'done' || state === 'not-applicable') {
    return [
      ...head,
      ...wrapText(why, { width, indent: 4, paint: paint.quiet }),
      ...(weaker && state === 'done' ? weakerLines(weaker, layout) : []),
    ];
  }
  const place = source.line === undefined ? source.title : `${source.title}, line ${source.line}`;
  return [
    ...head,
    ...wrapText(`${id}: ${stateWords[state]}. ${why}`, { width, indent: 4 }),
    ...seen.flatMap((each) => wrapText(each, { width, indent: 6, lead: '· ' })),
    ...permissionLines(step.missingPermissions, layout, 4),
    ...(step.plan ? planLines(step.plan, { layout, shown }) : []),
    ...(step.instructions ? renderInstructions(step.instructions, layout) : []),
    ...(weaker ? weakerLines(weaker, layout) : []),
    ...wrapText(`From: ${place}`, { width, indent: 4, paint: paint.quiet }),
  ];
}

const symbols: { readonly [S in StepState]: string } = {
  done: '✓',
  missing: '+',
  person: '○',
  'not-applicable': '–',
  unknown: '?',
};

function painted(state: StepState, { paint }: Layout): (text: string) => string {
  switch (state) {
    case 'done':
      return paint.good;
    case 'missing':
    case 'person':
      return paint.strong;
    case 'unknown':
      return paint.doubtful;
    case 'not-applicable':
      return paint.quiet;
    default:
      return state satisfies never;
  }
}

function planLines(plan: PlannedEntry, { layout, shown }: StepLayout): readonly string[] {
  const { width, paint } = layout;
  if (shown.has(plan.name)) {
    return wrapText(`blueprints.${plan.name}, above, makes it too.`, {
      width,
      indent: 4,
      lead: '→ ',
    });
  }
  if (plan.declared) {
    return wrapText(`blueprints.${plan.name} of the manifest says it: rolecall apply`, {
      width,
      indent: 4,
      lead: '→ ',
    });
  }
  return [
    ...entryLines(plan).map((line) => paint.note(`      ${visibleText(line)}`)),
    ...(plan.needs.length > 0
      ? wrapText(`Say: ${plan.needs.map((name) => `--set ${name}=…`).join(' ')}`, {
          width,
          indent: 4,
          lead: '→ ',
        })
      : []),
  ];
}

/** Words, then clicks, commands and lines to copy; commands are never broken. */
export function renderInstructions(
  { words, console: clicks, cli, file, links }: Instructions,
  { width, paint }: Layout,
): readonly string[] {
  return [
    ...wrapText(words, { width, indent: 4, lead: '→ ' }),
    ...clicks.flatMap((click, index) =>
      wrapText(click, { width, indent: 6, lead: `${index + 1}. ` }),
    ),
    ...cli.map((command) => `      $ ${visibleText(command)}`),
    ...(file
      ? [
          `      ${paint.quiet(file.path)}`,
          ...file.lines.map((line) => `        ${visibleText(line)}`.trimEnd()),
        ]
      : []),
    ...links.flatMap(({ title, url }) =>
      wrapText(`${title}: ${url}`, { width, indent: 6, hanging: 2, paint: paint.quiet }),
    ),
  ];
}

function weakerLines(
  { check, why, stronger, step }: NonNullable<WalkedStep['weaker']>,
  { width, paint }: Layout,
): readonly string[] {
  const where = step === undefined ? '' : ` (step ${step})`;
  return [
    ...wrapText(`${why} [${check}]`, { width, indent: 4, lead: '! ', paint: paint.doubtful }),
    ...wrapText(`Stronger: ${stronger}${where}`, { width, indent: 6, hanging: 2 }),
  ];
}

function renderPlanned({ plan, planFault }: GuideReportInput, layout: Layout): readonly string[] {
  const { width, paint } = layout;
  if (planFault !== undefined) {
    return ['', ...wrapText(`No plan: ${planFault}`, { width, paint: paint.doubtful })];
  }
  if (plan === undefined) return [];
  return [
    '',
    paint.strong('What is missing would be made so'),
    ...plan.changes.map(({ kind, type, name }) => `  ${kind} ${visibleText(`${type}/${name}`)}`),
    ...plan.conflicts.flatMap(({ type, name, message, hint }) => [
      `  ${paint.bad('✗')} ${visibleText(`${type}/${name}`)}`,
      ...wrapText(`${message} ${hint}`, { width, indent: 4 }),
    ]),
    `  ${summarizePlan(plan)}`,
  ];
}
