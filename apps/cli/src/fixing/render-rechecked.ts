import { type Layout, wrapText } from '@rolecall/core';
import type { Rechecked } from './recheck.ts';

/** How the findings stand after the fixes. */
export function renderRechecked(
  rechecked: readonly Rechecked[],
  { width, paint }: Layout,
): readonly string[] {
  if (rechecked.length === 0) return [];
  const passing = rechecked.filter(isSettled).length;
  return [
    '',
    paint.strong('Checked again'),
    ...rechecked.flatMap((one) =>
      wrapText(one.finding, {
        width,
        indent: 2,
        lead: `${isSettled(one) ? '✓' : '✗'} ${one.outcome}  `,
        hanging: 4,
        paint: isSettled(one) ? paint.good : paint.bad,
      }),
    ),
    ...wrapText(`${passing} of ${rechecked.length} pass now.`, { width, paint: paint.strong }),
  ];
}

function isSettled({ outcome }: Rechecked): boolean {
  return outcome === 'pass' || outcome === 'gone' || outcome === 'not-applicable';
}
