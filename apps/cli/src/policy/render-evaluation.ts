import { contextEntries, describePlace, type Layout, wrapText } from '@rolecall/core';
import { layerNames } from '@rolecall/policy';
import type { Evaluated } from './evaluate-files.ts';
import { renderRequest } from './render-request.ts';

/** The decision, the request, why, and where an Allow is missing, what came nearest. */
export function renderEvaluation(evaluated: Evaluated, layout: Layout): readonly string[] {
  const { width, paint } = layout;
  const { request, explanation, sideOf } = evaluated;
  const { because, decidedBy, nearMisses } = explanation;
  return [
    ...renderDecision(evaluated, layout),
    ...renderRequest(request, layout),
    '',
    ...wrapText(because, { width }),
    ...(decidedBy === undefined
      ? []
      : wrapText(describePlace(sideOf(decidedBy), decidedBy), { width, indent: 2, lead: '→ ' })),
    ...(nearMisses.length === 0 ? [] : ['', paint.strong('What comes nearest')]),
    ...nearMisses.flatMap((miss) => [
      ...wrapText(`${describePlace(sideOf(miss), miss)} (${layerNames[miss.layer]})`, {
        width,
        indent: 2,
      }),
      ...miss.reasons.flatMap((reason) => wrapText(reason, { width, indent: 4, lead: '· ' })),
    ]),
  ];
}

function renderDecision({ explanation, unread }: Evaluated, { width, paint }: Layout) {
  switch (explanation.decision) {
    case 'allowed':
      return unread.length > 0
        ? [paint.doubtful('? allowed by what is known')]
        : [paint.good('✓ allowed')];
    case 'explicitDeny':
      return [paint.bad('✗ denied by a statement')];
    case 'implicitDeny':
      return unread.length > 0
        ? wrapText('not allowed by what is known', { width, lead: '? ', paint: paint.doubtful })
        : [paint.bad('✗ denied: nothing allows it')];
    default:
      return explanation.decision satisfies never;
  }
}

export function evaluationJson(evaluated: Evaluated): object {
  const { request, evaluation, explanation, sideOf, unread } = evaluated;
  const { decidedBy, because, nearMisses, decision } = explanation;
  const { principal = null, action, resource, context = new Map() } = request;
  return {
    decision: unread.length > 0 && decision !== 'explicitDeny' ? 'unknown' : decision,
    because,
    decidedBy:
      decidedBy === undefined
        ? null
        : { ...decidedBy, place: sideOf(decidedBy).placeOf(decidedBy) },
    request: { principal, action, resource, context: Object.fromEntries(contextEntries(context)) },
    matched: evaluation.matched.map((match) => ({ ...match, place: sideOf(match).placeOf(match) })),
    nearMisses: nearMisses.map((miss) => ({ ...miss, place: sideOf(miss).placeOf(miss) })),
    unread,
  };
}
