import type { Drift, DriftKind } from '../plan/drift.ts';
import type { Plan } from '../plan/plan.ts';
import { count } from './count.ts';
import { describeFacet, describeOperation } from './describe-operation.ts';
import type { FacetLine } from './facet-line.ts';
import type { Layout } from './paint.ts';
import { renderHeader } from './render-header.ts';
import { wrapText } from './wrap-text.ts';

const words: { readonly [K in DriftKind]: string } = {
  missing: 'declared, not there',
  changed: 'not as declared',
  unmarked: 'not taken over yet',
  undeclared: 'declared no longer',
  expired: 'expired',
  moved: 'moved, not gone yet',
};

/** Where an account is not as declared: by resource what is declared and what is there. */
export function renderDrift(drift: Drift, plan: Plan, layout: Layout): readonly string[] {
  const { width, paint } = layout;
  const { account, partition, scope, drifted, conflicts } = drift;
  const repairable = drifted.filter((one) => one.repairable).length;
  return [
    paint.strong(`Account ${account} (${partition}), scope ${scope}`),
    ...plan.changes.flatMap((change, index) => {
      const found = drifted[index];
      if (found === undefined) return [];
      const word = `${words[found.kind]}${found.repairable ? ', repairable' : ''}`;
      const header = renderHeader(change, { symbol: paint.doubtful('!'), word, layout });
      return [
        '',
        ...header,
        ...(found.kind === 'changed'
          ? found.facets.flatMap((facet) =>
              describeFacet(
                { facet: facet.facet, before: facet.declared, after: facet.found },
                plan,
              ),
            )
          : change.operations.flatMap((operation) => describeOperation(operation, plan))
        ).flatMap((line) => renderLine(line, found.kind, layout)),
      ];
    }),
    ...conflicts.flatMap((conflict) => [
      '',
      ...renderHeader(conflict, { symbol: paint.bad('✗'), word: 'conflict', layout }),
      ...wrapText(conflict.message, { width, indent: 4 }),
    ]),
    '',
    ...(drifted.length + conflicts.length === 0
      ? [paint.good('The account is as declared.')]
      : wrapText(
          `Drift: ${count(drifted.length, 'resource')}, ${repairable} repairable` +
            (conflicts.length > 0 ? `, ${count(conflicts.length, 'conflict')}` : ''),
          { width, paint: paint.strong },
        )),
  ];
}

/** Of what changed, the signs say what came and went beside the declaration. */
function renderLine({ sign, text, depth = 0 }: FacetLine, kind: DriftKind, { width }: Layout) {
  const indent = 4 + 2 * depth;
  if (kind !== 'changed') return wrapText(text, { width, indent, hanging: 2 });
  return wrapText(text, { width, indent, lead: `${sign === ' ' ? '·' : sign} `, hanging: 4 });
}
