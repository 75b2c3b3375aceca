import type { PrincipalComparison } from '../../access/compare-snapshots.ts';
import type { ChangeKind } from '../../plan/plan.ts';
import { count } from '../count.ts';
import { accessBlocks } from './access-blocks.ts';
import { isLess } from './access-changes.ts';
import { code, details, htmlCode } from './markdown.ts';
import { planFence } from './plan-fence.ts';
import { prose } from './prose.ts';
import { place, type ReportContext } from './report-context.ts';
import { kept, type Section } from './section.ts';
import { severitySign } from './severity-mark.ts';
import { type Subject, subjectsOf } from './subjects.ts';

/** One folded section a resource: access in words first, then what the plan does. */
export function subjectSections(context: ReportContext): readonly Section[] {
  const subjects = subjectsOf(context.report);
  if (subjects.length === 0) return [];
  return [kept('### What changes'), ...subjects.map((subject) => subjectSection(subject, context))];
}

function subjectSection(subject: Subject, context: ReportContext): Section {
  const title = titleOf(subject);
  const access = [
    aboutLine(subject, context),
    ...subject.access.flatMap((compared) => accessBlocks(compared, context.whole)),
    ...(subject.change?.warnings ?? []).map((warning) => `⚠️ ${prose(warning)}`),
  ];
  const plan = planBlocks(subject, context);
  const full = details(title, [...access, ...plan]);
  const line = { loses: 'subjects', lost: subject.name, text: lineOf(subject, context) } as const;
  const nothing = { loses: 'names', lost: subject.name, text: '' } as const;
  if (plan.length === 0) return { text: full, shorter: [line, nothing] };
  const without = details(title, [...access, '_What the plan does is in the job summary._']);
  return {
    text: full,
    shorter: [{ loses: 'plans', lost: subject.name, text: without }, line, nothing],
  };
}

function planBlocks({ change }: Subject, { report }: ReportContext): readonly string[] {
  if (change === undefined || report.plan === undefined) return [];
  const calls = Map.groupBy(change.operations, ({ action }) => action);
  const names = [...calls].map(
    ([action, { length }]) => `${code(action)}${length > 1 ? ` ×${length}` : ''}`,
  );
  const lines = planFence(change, report.plan);
  if (names.length === 0 && lines === '') return [];
  return [`**What the plan does**${names.length > 0 ? `, with ${names.join(', ')}` : ''}:`, lines];
}

const words: { readonly [K in ChangeKind]: string } = {
  create: 'Create',
  adopt: 'Take over',
  update: 'Update',
  replace: 'Delete and make anew',
  delete: 'Delete',
};

function titleOf(subject: Subject): string {
  const sign = subject.severity === undefined ? '' : `${severitySign(subject.severity)} `;
  return `${sign}${wordOf(subject)} ${htmlCode(subject.name, 120)}${effectsOf(subject)}`;
}

function wordOf({ change }: Subject): string {
  return change === undefined ? 'Changes access of' : words[change.kind];
}

function effectsOf({ access, change, reach }: Subject): string {
  const effects = [
    ...access.flatMap(effectOf),
    ...(reach > 0 ? [`changes access of ${count(reach, 'other')}`] : []),
  ];
  const unaffected = effects.length === 0 && change?.kind === 'update' && change.type === 'role';
  const said = unaffected ? ['access stays'] : [...new Set(effects)];
  return said.length > 0 ? `: ${said.join(', ')}` : '';
}

function effectOf({ aspect, change, diff, result: { verdict } }: PrincipalComparison) {
  if (verdict === 'undecided' || verdict === 'unread') return ['not decided'];
  if (change !== 'kept') return [];
  if (aspect === 'trust') {
    if (verdict === 'grants') return ['may be assumed by more'];
    return [isLess(diff) ? 'may be assumed by fewer' : 'trusts the same'];
  }
  if (verdict === 'grants') return ['may do more'];
  return [isLess(diff) ? 'may do less' : 'may do the same'];
}

function aboutLine({ arn, change, positions }: Subject, context: ReportContext): string {
  const where = positions.slice(0, 5).map((position) => place(position, context));
  const isOther = change !== undefined && change.address.toLowerCase() !== change.resource;
  const words = change === undefined ? 'because of ' : 'declared at ';
  return [
    code(arn),
    ...(isOther ? [code(change.address)] : []),
    ...(where.length > 0 ? [`${words}${where.join(', ')}`] : []),
  ].join(' · ');
}

function lineOf(subject: Subject, context: ReportContext): string {
  const sign = subject.severity === undefined ? '' : `${severitySign(subject.severity)} `;
  const where = place(subject.positions[0], context);
  return `- ${sign}${wordOf(subject)} ${code(subject.name, 120)}${effectsOf(subject)}${where === '' ? '' : ` (${where})`}`;
}
