import {
  describeAccessLine,
  describePlace,
  describeRefusal,
  describeUndecided,
  type Layout,
  type PolicySide,
  spellKeys,
  wrapText,
} from '@rolecall/core';
import type {
  AccessComparison,
  AccessDiff,
  AccessList,
  UndecidedReason,
  Witness,
} from '@rolecall/policy';
import { counted } from './counted.ts';
import { renderRequest, renderRow } from './render-request.ts';

export interface ComparedSides {
  readonly result: AccessComparison;
  readonly diff: AccessDiff | undefined;
  readonly old: PolicySide;
  readonly next: PolicySide;
}

/** The verdict, a request that proves it, and what comes and goes. */
export function renderComparison(compared: ComparedSides, layout: Layout): readonly string[] {
  const { result, diff } = compared;
  return [
    ...renderVerdict(result, layout),
    ...(result.verdict === 'grants' ? renderWitness(result.witness, compared, layout) : []),
    ...(result.verdict === 'undecided' ? renderReason(result.reason, compared, layout) : []),
    ...(diff === undefined
      ? []
      : [
          ...renderList('Newly allowed, wholly or in part', diff.newly, {
            sign: '+',
            side: compared.next,
            layout,
          }),
          ...renderList('No longer allowed, wholly or in part', diff.noLonger, {
            sign: '-',
            side: compared.old,
            layout,
          }),
        ]),
  ];
}

function renderVerdict({ verdict }: AccessComparison, { width, paint }: Layout): readonly string[] {
  switch (verdict) {
    case 'none':
      return wrapText('The new policies allow nothing that the old ones do not.', {
        width,
        lead: '✓ none: ',
        hanging: 2,
        paint: paint.good,
      });
    case 'grants':
      return wrapText('The new policies allow what the old ones do not.', {
        width,
        lead: '✗ grants: ',
        hanging: 2,
        paint: paint.bad,
      });
    case 'undecided':
      return wrapText(
        'Whether the new policies allow more is not decided. Treat it as if they do.',
        {
          width,
          lead: '? undecided: ',
          hanging: 2,
          paint: paint.doubtful,
        },
      );
    default:
      return verdict satisfies never;
  }
}

function renderWitness(
  { request, allowedBy, oldDecision, knownAction }: Witness,
  { old, next }: ComparedSides,
  layout: Layout,
): readonly string[] {
  const { paint } = layout;
  return [
    '',
    paint.strong('A request that only the new policies allow'),
    ...renderRequest(spellKeys(request, [...next.sources, ...old.sources]), layout),
    ...allowedBy.flatMap((statement, index) =>
      renderRow(index === 0 ? 'allowed' : 'and', `by ${describePlace(next, statement)}`, layout),
    ),
    ...renderRow('before', describeRefusal(old, { request, oldDecision }), layout),
    ...(knownAction
      ? []
      : renderRow('note', 'AWS has no action of that name today; the pattern allows it.', layout)),
  ];
}

function renderReason(
  reason: UndecidedReason,
  { old, next }: ComparedSides,
  layout: Layout,
): readonly string[] {
  const statements = 'statements' in reason ? reason.statements : [];
  return [
    ...wrapText(describeUndecided(reason, { old, next }), { width: layout.width, indent: 2 }),
    ...statements.flatMap((statement) =>
      wrapText(describePlace(next, statement), { width: layout.width, indent: 2, lead: '· ' }),
    ),
  ];
}

interface ListStyle {
  readonly sign: '+' | '-';
  readonly side: PolicySide;
  readonly layout: Layout;
}

function renderList(
  title: string,
  { lines, incomplete }: AccessList,
  { sign, side, layout }: ListStyle,
): readonly string[] {
  if (lines.length === 0 && incomplete === undefined) return [];
  const { width, paint } = layout;
  const colour = sign === '+' ? paint.good : paint.bad;
  return [
    '',
    paint.strong(`${title} (${counted(lines.length, 'line')})`),
    ...lines.flatMap((line) => [
      ...wrapText(describeAccessLine(line, side), {
        width,
        indent: 2,
        lead: `${sign} `,
        hanging: 4,
        paint: colour,
      }),
      ...wrapText(describePlace(side, line.statement), { width, indent: 6, paint: paint.quiet }),
    ]),
    ...(incomplete === undefined
      ? []
      : wrapText(`Not complete: ${describeUndecided(incomplete, { old: side, next: side })}`, {
          width,
          indent: 2,
          lead: '? ',
          paint: paint.doubtful,
        })),
  ];
}
