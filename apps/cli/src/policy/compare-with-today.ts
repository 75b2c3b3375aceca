import {
  describePlace,
  type Layout,
  type PolicySide,
  type PrincipalAccess,
  shortSubject,
  spellKeys,
  visibleText,
  wrapText,
} from '@rolecall/core';
import {
  type AccessComparison,
  type AccessLayers,
  compareEffectiveAccess,
  diffEffectiveAccess,
} from '@rolecall/policy';
import { comparisonJson } from './comparison-json.ts';
import type { GeneratedSide } from './generated-side.ts';
import { type ComparedSides, renderComparison } from './render-comparison.ts';
import { renderRequest, renderRow } from './render-request.ts';
import { sideOfHeld } from './snapshot-principal.ts';

/** A generated policy in the place of all that a principal has today. */
export type TodayComparison =
  | {
      readonly kind: 'compared';
      readonly arn: string;
      /** What it would be granted. */
      readonly gain: ComparedSides;
      /** What it would lose: the question the other way round. */
      readonly loss: AccessComparison;
    }
  /** What has a say today and could not be read. */
  | { readonly kind: 'unread'; readonly arn: string; readonly unread: readonly string[] };

/** The lists are there to be read; the verdict does not rest on them. */
const listBudget = 200_000;

/** Compares both ways; the boundary stays, and limits both. */
export function compareWithToday(
  { arn, policies, boundary, unread }: PrincipalAccess,
  generated: GeneratedSide,
): TodayComparison {
  if (unread.length > 0) return { kind: 'unread', arn, unread };
  const limit = boundary?.document;
  const held = limit === undefined ? [] : [{ label: `boundary ${boundary?.arn}`, document: limit }];
  const limits = held.map(({ document }) => [document]);
  const layers = {
    old: { layers: [policies.map(({ document }) => document), ...limits] },
    next: { layers: [generated.sources, ...limits] },
  } satisfies Readonly<Record<string, AccessLayers>>;
  return {
    kind: 'compared',
    arn,
    gain: {
      result: compareEffectiveAccess(layers.old, layers.next),
      diff: diffEffectiveAccess(layers.old, layers.next, { budget: listBudget }),
      old: sideOfHeld([...policies, ...held]),
      next: withLimits(generated, sideOfHeld(held)),
    },
    loss: compareEffectiveAccess(layers.next, layers.old),
  };
}

function withLimits(generated: PolicySide, limits: PolicySide): PolicySide {
  return {
    ...generated,
    names: [...generated.names, ...limits.names],
    sources: [...generated.sources, ...limits.sources],
    placeOf: (number) =>
      number.policy === 0 ? generated.placeOf(number) : (limits.names[number.policy - 1] ?? '?'),
  };
}

export function todayJson(compared: TodayComparison): object {
  if (compared.kind === 'unread')
    return { verdict: 'undecided', unread: compared.unread, lost: null };
  const { gain, loss } = compared;
  const { old, next } = gain;
  return {
    ...comparisonJson(gain),
    lost: comparisonJson({ result: loss, diff: undefined, old: next, next: old }),
  };
}

/** As `policy compare` shows it, and then what is lost. */
export function renderToday(compared: TodayComparison, layout: Layout): readonly string[] {
  const { width, paint } = layout;
  const title = `Compared with today's policies of ${visibleText(shortSubject(compared.arn))}`;
  const head = wrapText(title, { width, paint: paint.strong });
  if (compared.kind === 'unread')
    return [
      ...head,
      ...wrapText('Not decided: what it has today could not all be read.', {
        width,
        lead: '? ',
        paint: paint.doubtful,
      }),
      ...compared.unread.flatMap((name) => wrapText(name, { width, indent: 2, lead: '· ' })),
    ];
  return [
    ...head,
    ...renderComparison(compared.gain, layout),
    '',
    ...wrapText('The other way round: what would be lost', { width, paint: paint.strong }),
    ...renderLoss(compared.loss, compared.gain, layout),
  ];
}

function renderLoss(
  loss: AccessComparison,
  { old, next }: Pick<ComparedSides, 'old' | 'next'>,
  layout: Layout,
): readonly string[] {
  const { width, paint } = layout;
  switch (loss.verdict) {
    case 'none':
      return wrapText('The new policy allows all that is allowed today.', {
        width,
        lead: '✓ nothing: ',
        hanging: 2,
        paint: paint.good,
      });
    case 'grants': {
      const { request, allowedBy } = loss.witness;
      return [
        ...wrapText('Today more is allowed. See that none of it is needed.', {
          width,
          lead: '! something: ',
          hanging: 2,
          paint: paint.doubtful,
        }),
        '',
        paint.strong("A request that only today's policies allow"),
        ...renderRequest(spellKeys(request, [...old.sources, ...next.sources]), layout),
        ...allowedBy.flatMap((statement, index) =>
          renderRow(index === 0 ? 'allowed' : 'and', `by ${describePlace(old, statement)}`, layout),
        ),
      ];
    }
    case 'undecided':
      return [
        ...wrapText('Whether something is lost is not decided.', {
          width,
          lead: '? undecided: ',
          hanging: 2,
          paint: paint.doubtful,
        }),
        ...('message' in loss.reason ? wrapText(loss.reason.message, { width, indent: 2 }) : []),
      ];
    default:
      return loss satisfies never;
  }
}
