import type { Operation } from './operation.ts';
import type { Change, Plan } from './plan.ts';

/**
 * - `done`: carried out
 * - `already`: nothing to do any more
 * - `failed`: AWS said no, or the resource had changed
 * - `skipped`: something before it failed
 * - `not-started`: stopped before its turn
 */
export const operationStatuses = ['done', 'already', 'failed', 'skipped', 'not-started'] as const;
export type OperationStatus = (typeof operationStatuses)[number];

export interface OperationResult {
  readonly id: string;
  readonly resource: string;
  readonly action: string;
  readonly facet: string;
  readonly status: OperationStatus;
  readonly message?: string;
  readonly hint?: string | undefined;
}

export interface ApplyReport {
  readonly planId: string;
  readonly scope: string;
  readonly account: string;
  readonly results: readonly OperationResult[];
  readonly warnings: readonly string[];
  readonly interrupted: boolean;
  /** Everything that was planned is so now. */
  readonly complete: boolean;
}

/** What a caller is told while a plan is carried out. */
export type ApplyEvent =
  | { readonly kind: 'change-started'; readonly change: Change }
  | { readonly kind: 'operation'; readonly result: OperationResult }
  | {
      readonly kind: 'retry';
      readonly operation: Operation;
      readonly reason: string;
      readonly waitMs: number;
    }
  | { readonly kind: 'warning'; readonly message: string };

export function resultOf(
  operation: Operation,
  status: OperationStatus,
  said: { readonly message?: string; readonly hint?: string | undefined } = {},
): OperationResult {
  const { id, resource, action, facet } = operation;
  return { id, resource, action, facet, status, ...said };
}

export function reportOf(
  plan: Plan,
  outcome: Pick<ApplyReport, 'results' | 'warnings' | 'interrupted'>,
): ApplyReport {
  const { planId, scope, account } = plan;
  const complete = outcome.results.every(({ status }) => status === 'done' || status === 'already');
  return { planId, scope, account, ...outcome, complete };
}
