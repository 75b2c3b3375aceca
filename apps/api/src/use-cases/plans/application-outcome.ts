import type { Schema } from '@rolecall/contract';
import type { ApplyReport, OperationResult } from '@rolecall/core';
import type { ApplicationRecord } from '../../model/records.ts';
import { incompleteOf } from '../../role-requests/work-failure.ts';
import { failureText } from '../failure-text.ts';
import { toJson } from '../to-json.ts';
import { type Earlier, isDone } from './earlier-attempts.ts';

export type Outcome = Pick<ApplicationRecord, 'state' | 'report' | 'failure'>;

/** The plan as it was reviewed, and what attempts before did of it. */
export interface Attempted {
  readonly plan: Pick<Schema<'Plan'>, 'planId' | 'scope' | 'account' | 'changes'>;
  readonly earlier: Earlier;
}

/** Of an attempt that came to its end; `null` where it found nothing to do any more. */
export function endedOutcome(attempted: Attempted, last: ApplyReport | null): Outcome {
  const report = attempted.earlier.hasBegun ? joinReports(attempted, last) : last;
  if (report === null || report.complete)
    return { state: 'succeeded', report: toJson(report), failure: null };
  const { message, details } = incompleteOf(report);
  const failure = [message, ...details.slice(0, 20)].join(' ');
  return { state: 'failed', report: toJson(report), failure };
}

/** Of one that did not go on, for what was thrown or because it was tried too often. */
export function stoppedOutcome({ plan, earlier }: Attempted, error: unknown): Outcome {
  const why = typeof error === 'string' ? error : failureText(error);
  if (!earlier.hasBegun) return { state: 'failed', report: null, failure: why };
  const { planId, scope, account } = plan;
  const { warnings } = earlier;
  const results = [...earlier.results.values()];
  const about = { planId, scope, account, results, warnings };
  const failure = [
    'It was cut off while it ran.',
    `${earlier.done.size} of ${operationsOf(plan).length} operations are known to be carried out, and another one may be.`,
    `It does not go on: ${why}`,
    'A new plan shows what is there.',
  ].join(' ');
  const report = toJson({ ...about, interrupted: true, complete: false });
  return { state: 'failed', report, failure };
}

/**
 * All attempts together. What the last one had not to do, and none before told of, an earlier one did
 * just before it was cut off.
 */
function joinReports({ plan, earlier }: Attempted, last: ApplyReport | null): ApplyReport {
  const { planId, scope, account } = plan;
  const lately = new Map((last?.results ?? []).map((result) => [result.id, result]));
  const planned = operationsOf(plan).map(({ id, resource, action, facet }): OperationResult => {
    const told = earlier.results.get(id);
    const before = told !== undefined && isDone(told.status) ? told : undefined;
    return lately.get(id) ?? before ?? { id, resource, action, facet, status: 'already' };
  });
  const ids = new Set(planned.map(({ id }) => id));
  const givenBack = [...lately.values()].filter(({ id }) => !ids.has(id));
  return {
    ...{ planId, scope, account, results: [...planned, ...givenBack] },
    warnings: [...new Set([...earlier.warnings, ...(last?.warnings ?? [])])],
    interrupted: last?.interrupted ?? false,
    complete: last?.complete ?? true,
  };
}

function operationsOf({ changes }: Attempted['plan']) {
  return changes.flatMap(({ operations }) => operations);
}
