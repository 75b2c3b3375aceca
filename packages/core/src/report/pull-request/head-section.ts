import type { ChangeKind, Plan } from '../../plan/plan.ts';
import { count } from '../count.ts';
import { alert, code, joinBlocks } from './markdown.ts';
import { prose } from './prose.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import type { Verdict } from './verdict-type.ts';

/** What is read first: the verdict, what guards it, and how much there is to do where. */
export function headBlock(report: PullRequestReport, verdict: Verdict): string {
  return joinBlocks([
    `## ${verdict.title}`,
    alert(verdict.alert, verdict.text),
    controlPlaneBlock(report),
    sumLine(report),
    goingLine(report),
  ]);
}

const mostNamed = 30;

function controlPlaneBlock({ controlPlane }: PullRequestReport): string {
  if (controlPlane.length === 0) return '';
  const rest = controlPlane.length - mostNamed;
  return alert('IMPORTANT', [
    '**Control plane.** This changes what guards changes:',
    [
      ...controlPlane.slice(0, mostNamed).map((what) => `- ${prose(what, 300)}`),
      ...(rest > 0 ? [`- and ${rest} more`] : []),
    ].join('\n> '),
  ]);
}

/** Account and scope only as read from AWS. */
function sumLine({ account, plan, offline }: PullRequestReport): string {
  const where =
    account === undefined
      ? []
      : [
          `Account ${code(account.id)}${account.alias === undefined ? '' : ` (${code(account.alias)})`}`,
          ...(plan === undefined ? [] : [`scope ${code(plan.scope)}`]),
        ];
  const sum = plan === undefined ? [] : [`**${countsOf(plan)}**`];
  const line = [...where, ...sum].join(' · ');
  if (account !== undefined) return line;
  const why = offline === undefined ? '' : ` ${prose(offline)}`;
  return joinBlocks([
    line,
    `**Offline:** what is declared now is compared with what was declared before; AWS was not asked.${why}`,
  ]);
}

const kinds: readonly ChangeKind[] = ['create', 'adopt', 'update', 'replace', 'delete'];

/** `2 to create, 1 to delete`; only what there is. */
function countsOf({ changes, conflicts }: Plan): string {
  const sums = kinds.flatMap((kind) => {
    const number = changes.filter((change) => change.kind === kind).length;
    return number > 0 ? [`${number} to ${kind}`] : [];
  });
  const all = [...sums, ...(conflicts.length > 0 ? [count(conflicts.length, 'conflict')] : [])];
  return all.length > 0 ? all.join(', ') : 'nothing to do';
}

/** What goes is named whatever else there is no room for. */
function goingLine({ plan }: PullRequestReport): string {
  const words = [
    ['delete', 'Deletes'],
    ['replace', 'Deletes and makes anew'],
    ['adopt', 'Takes over'],
  ] as const;
  return words
    .flatMap(([kind, word]) => {
      const found = (plan?.changes ?? []).filter((change) => change.kind === kind);
      if (found.length === 0) return [];
      const names = found.slice(0, mostNamed).map(({ resource }) => code(resource, 100));
      const rest = found.length - names.length;
      return [`${word} ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`];
    })
    .join(' ');
}
