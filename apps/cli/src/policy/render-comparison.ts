import { type Layout, wrapText } from '@rolecall/core';
import {
  type AccessComparison,
  type AccessDiff,
  type AccessLine,
  type AccessList,
  describeCondition,
  describePrincipals,
  explainRefusal,
  type UndecidedReason,
  type Witness,
} from '@rolecall/policy';
import { counted } from './counted.ts';
import { describePlace, type PolicySide } from './policy-side.ts';
import { renderRequest, renderRow } from './render-request.ts';
import { spellKeys } from './spell-keys.ts';

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
    ...renderRow('before', refusalOf(old, { request, oldDecision }), layout),
    ...(knownAction
      ? []
      : renderRow('note', 'AWS has no action of that name today; the pattern allows it.', layout)),
  ];
}

function refusalOf(
  old: PolicySide,
  { request, oldDecision }: Pick<Witness, 'request' | 'oldDecision'>,
): string {
  const { denies, nearMisses } = explainRefusal(old.sources, request);
  const [deny] = denies;
  const [near] = nearMisses;
  if (oldDecision === 'explicitDeny' && deny !== undefined)
    return `denied by ${describePlace(old, deny)}`;
  if (near === undefined) return 'no statement allowed the action';
  return `not allowed; nearest was ${describePlace(old, near)}. ${near.reasons.join(' ')}`;
}

function renderReason(
  reason: UndecidedReason,
  { old, next }: ComparedSides,
  layout: Layout,
): readonly string[] {
  const statements = 'statements' in reason ? reason.statements : [];
  return [
    ...wrapText(reasonText(reason, { old, next }), { width: layout.width, indent: 2 }),
    ...statements.flatMap((statement) =>
      wrapText(describePlace(next, statement), { width: layout.width, indent: 2, lead: '· ' }),
    ),
  ];
}

/** Why nothing was decided, as a sentence. */
function reasonText(
  reason: UndecidedReason | { readonly kind: 'too-long' },
  { old, next }: Pick<ComparedSides, 'old' | 'next'>,
): string {
  switch (reason.kind) {
    case 'unreadable': {
      const { side, policy, fault } = reason.policy;
      const name = (side === 'old' ? old : next).names[policy] ?? `${side} policy ${policy + 1}`;
      return `${name} cannot be read: ${fault.message}`;
    }
    case 'too-long':
      return 'The list is cut; there is more.';
    default:
      return reason.message;
  }
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
      ...wrapText(describeLine(line, side), {
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
      : wrapText(`Not complete: ${reasonText(incomplete, { old: side, next: side })}`, {
          width,
          indent: 2,
          lead: '? ',
          paint: paint.doubtful,
        })),
  ];
}

/** `s3:DeleteObject on arn:aws:s3:::prod-*, if …`. */
export function describeLine(line: AccessLine, side: PolicySide): string {
  const { actions, resources, principal, conditions, statement } = line;
  const version = side.versionOf(statement.policy);
  const list = ({ negated, patterns }: { negated: boolean; patterns: readonly string[] }) =>
    `${negated ? 'everything except ' : ''}${patterns.join(', ')}`;
  const where = resources === undefined ? '' : ` on ${list(resources)}`;
  const whom = principal === undefined ? '' : `, for ${describePrincipals(principal, 'Allow')}`;
  const when = conditions.map((condition) => describeCondition(condition, version));
  return `${list(actions)}${where}${whom}${when.length > 0 ? `, if ${when.join('; and ')}` : ''}`;
}
