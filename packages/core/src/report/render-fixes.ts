import type { Json } from '@rolecall/policy';
import type { FixNote, FixOperation, FixPlan } from '../fixes/fix-plan.ts';
import type { FixReport, FixResult } from '../fixes/fix-report.ts';
import type { FixTarget } from '../fixes/fix-target.ts';
import { count } from './count.ts';
import type { Layout } from './paint.ts';
import { shortSubject } from './short-subject.ts';
import { visibleText } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

/** A fix plan: what would change, then what is for a person. */
export function renderFixPlan(
  plan: Pick<FixPlan, 'planId' | 'account' | 'partition' | 'operations'> & {
    readonly notes?: readonly FixNote[];
  },
  layout: Layout,
): readonly string[] {
  const { paint, width } = layout;
  const { operations, notes = [] } = plan;
  const sum = `${count(operations.length, 'change')} planned, ${count(notes.length, 'finding')} without one.`;
  return [
    ...wrapText(`Fixes for account ${plan.account} (${plan.partition})`, {
      width,
      paint: paint.strong,
    }),
    ...operations.flatMap((operation) => ['', ...renderOperation(operation, layout)]),
    ...notes.flatMap((note) => ['', ...renderNote(note, layout)]),
    '',
    ...wrapText(sum, { width, paint: paint.strong }),
    ...(operations.length > 0
      ? wrapText(`Plan ${plan.planId}`, { width, paint: paint.quiet })
      : []),
  ];
}

function renderOperation(operation: FixOperation, { width, paint }: Layout): readonly string[] {
  const { call, subject, target, before, after, cautions, findings } = operation;
  return [
    `${paint.doubtful('~')} ${paint.strong(call.action)}  ${visibleText(shortSubject(subject))}`,
    ...wrapText(describeChange(target, { before, after }), { width, indent: 4 }),
    ...findings.flatMap((id) =>
      wrapText(id, { width, indent: 4, lead: 'settles ', paint: paint.quiet }),
    ),
    ...cautions.flatMap((text) =>
      wrapText(text, { width, indent: 4, lead: '! ', paint: paint.doubtful }),
    ),
  ];
}

/** `access-key AKIA…: {"active":true} becomes {"active":false}`. */
function describeChange(
  { kind, ...names }: FixTarget,
  { before, after }: { readonly before: Json; readonly after: Json },
): string {
  const shown = Object.entries(names)
    .filter(([name]) => name !== 'use')
    .map(([, value]) => value);
  const what = [kind, ...shown].join(' ');
  return after === null ? `${what}: taken away` : `${what}: ${show(before)} becomes ${show(after)}`;
}

function show(state: Json): string {
  return state === null ? 'nothing' : JSON.stringify(state);
}

function renderNote(note: FixNote, { width, paint }: Layout): readonly string[] {
  const say = (text: string) => wrapText(text, { width, indent: 4 });
  const head = [
    `${paint.quiet('·')} ${paint.strong(note.check)}  ${words[note.kind]}`,
    ...say(note.message),
  ];
  switch (note.kind) {
    case 'manifest':
      return [...head, ...say(note.words), ...verbatim(note.entry.trimEnd().split('\n'))];
    case 'only-named':
      return [
        ...head,
        ...say(note.why),
        ...note.cautions.flatMap((text) => wrapText(text, { width, indent: 4, lead: '! ' })),
        ...say(`Ask for it: --check ${note.check}`),
      ];
    case 'settled':
      return [...head, ...say('Nothing is left to do; the report that shows it is older.')];
    case 'refused':
      return [
        ...head,
        ...wrapText(note.why, { width, indent: 4, lead: '! ', paint: paint.bad }),
        ...renderSteps(note, width),
      ];
    case 'person':
      return [...head, ...renderSteps(note, width)];
    default:
      return note satisfies never;
  }
}

const words: { readonly [K in FixNote['kind']]: string } = {
  manifest: '(add to rolecall.yaml)',
  person: '(for you to do)',
  refused: '(refused)',
  'only-named': '(only when named)',
  settled: '(settled)',
};

function renderSteps(
  {
    console,
    commands,
    document,
  }: Pick<Extract<FixNote, { readonly kind: 'person' }>, 'console' | 'commands' | 'document'>,
  width: number,
): readonly string[] {
  return [
    ...console.flatMap((text, index) =>
      wrapText(text, { width, indent: 4, lead: `${index + 1}. ` }),
    ),
    ...verbatim(commands.map((command) => `$ ${command}`)),
    ...(document === undefined
      ? []
      : verbatim([`${document.file}:`, ...JSON.stringify(document.content, null, 2).split('\n')])),
  ];
}

/** To be copied, so never broken. */
function verbatim(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `      ${visibleText(line)}`);
}

/** One change that is over. */
export function renderFixResult(
  { action, subject, status, message, hint }: FixResult,
  { width, paint }: Layout,
): readonly string[] {
  const symbols: { readonly [S in FixResult['status']]: string } = {
    done: paint.good('✓'),
    already: paint.quiet('='),
    failed: paint.bad('✗'),
    skipped: paint.doubtful('–'),
    'not-started': paint.quiet('·'),
  };
  return [
    `  ${symbols[status]} ${action}  ${paint.quiet(visibleText(shortSubject(subject)))}`,
    ...(message === undefined ? [] : wrapText(message, { width, indent: 4 })),
    ...(hint === undefined
      ? []
      : wrapText(hint, { width, indent: 4, lead: '→ ', paint: paint.quiet })),
  ];
}

/** What came of a fix plan. */
export function renderFixSummary(
  { results, complete, interrupted }: FixReport,
  { width, paint }: Layout,
): readonly string[] {
  const made = results.filter(({ status }) => status === 'done' || status === 'already').length;
  const how = complete ? 'Made' : interrupted ? 'Stopped: made' : 'Made in part:';
  const text = complete
    ? `${how} ${count(results.length, 'change')}`
    : `${how} ${made} of ${count(results.length, 'change')}`;
  return wrapText(text, { width, paint: complete ? paint.good : paint.bad });
}
