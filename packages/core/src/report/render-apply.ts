import type { ApplyReport, OperationResult, OperationStatus } from '../plan/apply-report.ts';
import { count } from './count.ts';
import type { Layout } from './paint.ts';
import { visibleText } from './visible-text.ts';
import { wrapText } from './wrap-text.ts';

/** One operation that is over, e.g. `  ✓ iam:AttachRolePolicy  managedPolicies/arn:…`. */
export function renderResult(
  { action, facet, status, message, hint }: OperationResult,
  { width, paint }: Layout,
): readonly string[] {
  const symbols: { readonly [S in OperationStatus]: string } = {
    done: paint.good('✓'),
    already: paint.quiet('='),
    failed: paint.bad('✗'),
    skipped: paint.doubtful('–'),
    'not-started': paint.quiet('·'),
  };
  const subject = visibleText(shortFacet(facet));
  const head = `  ${symbols[status]} ${action}`;
  // A long name goes below, and is never cut.
  const isBeside = 4 + action.length + 2 + subject.length <= width;
  return [
    ...(subject === ''
      ? [head]
      : isBeside
        ? [`${head}${paint.quiet(`  ${subject}`)}`]
        : [head, paint.quiet(`    ${subject}`)]),
    ...(message === undefined ? [] : wrapText(message, { width, indent: 4 })),
    ...(hint === undefined
      ? []
      : wrapText(hint, { width, indent: 4, lead: '→ ', paint: paint.quiet })),
  ];
}

/** What came of a plan: `Applied 7 operations`, or how far it came and what to do next. */
export function renderApplySummary(
  { results, interrupted, complete }: ApplyReport,
  { width, paint }: Layout,
): readonly string[] {
  const parts = statuses
    .map(({ status, word }) => ({
      word,
      number: results.filter((result) => result.status === status).length,
    }))
    .filter(({ number }) => number > 0)
    .map(({ word, number }) => `${number} ${word}`);
  const total = count(results.length, 'operation');
  const how = interrupted ? 'Stopped' : 'Applied in part';
  const text = complete ? `Applied ${total}` : `${how}: of ${total} ${parts.join(', ')}`;
  return [
    ...wrapText(text, { width, paint: complete ? paint.good : paint.bad }),
    ...(complete ? [] : ['Run it again to go on: what is done is not done twice.']),
  ];
}

const statuses: readonly { readonly status: OperationStatus; readonly word: string }[] = [
  { status: 'done', word: 'done' },
  { status: 'already', word: 'done before' },
  { status: 'failed', word: 'failed' },
  { status: 'skipped', word: 'skipped' },
  { status: 'not-started', word: 'not started' },
];

/** Of a policy its name, of other facets their path. */
function shortFacet(facet: string): string {
  const [, name] = /^managedPolicies\/.*[:/]([^:/]+)$/.exec(facet) ?? [];
  return name ?? facet.replace(/^inlinePolicies\//, '');
}
