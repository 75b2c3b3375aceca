import type { Manifest } from '../manifest/manifest.ts';
import { resourceKey } from '../model/resource.ts';
import {
  type ApplyEvent,
  type ApplyReport,
  type OperationResult,
  reportOf,
} from '../plan/apply-report.ts';
import { standingGroups } from '../plan/holders.ts';
import { indexLive } from '../plan/live-index.ts';
import { diffContext } from '../plan/plan-account.ts';
import { pruneFacts } from '../plan/prune.ts';
import { waitsOf } from '../plan/waits-of.ts';
import type { AccountPort } from './account-port.ts';
import { carryOutChange, notStarted, type Run } from './carry-out-change.ts';
import { createLimit } from './create-limit.ts';
import type { PlannedManifest } from './plan-manifest.ts';
import type { RunRecord } from './run-record.ts';
import { verifyChange } from './verify-change.ts';
import { workInOrder } from './work-in-order.ts';

export interface CarryOutInput {
  readonly manifest: Pick<Manifest, 'ignoreTags' | 'ignore'>;
  readonly port: Pick<AccountPort, 'readResource' | 'perform'>;
  readonly sleep: (ms: number) => Promise<void>;
  /** Nothing is begun after it; its reason, where it is an error of ours, is told. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: ApplyEvent) => void;
  /** Changes that are written at the same time. */
  readonly concurrency?: number | undefined;
  /** How long AWS may take with one operation, tries and waits together. */
  readonly patienceMs?: number | undefined;
  /** What the run writes down of itself before it writes to AWS. */
  readonly record?: RunRecord | undefined;
  /** Fails (`LEASE_LOST`) where another run has taken over. Asked before each write. */
  readonly confirmLease?: (() => Promise<void>) | undefined;
}

/**
 * IAM does not publish what it lets through; more than four writers are known to be throttled.
 * Reading back has as many places of its own.
 */
export const defaultConcurrency = 4;

/** New principals were seen to take up to thirty seconds; two minutes is what others wait. */
const defaultPatienceMs = 120_000;

/**
 * Does what the plan says, changes that have nothing to do with one another at the same time, and
 * goes on past what fails. Results come in the order of the plan, events as things happen.
 */
export async function carryOut(
  { plan, desired, snapshot }: PlannedManifest,
  input: CarryOutInput,
): Promise<ApplyReport> {
  const { concurrency = defaultConcurrency, patienceMs = defaultPatienceMs } = input;
  const live = indexLive(snapshot);
  const leaving = plan.changes.filter(({ declared }) => declared === null);
  const handled = {
    leaving: new Set(leaving.map(resourceKey)),
    settled: new Set([...desired, ...leaving].map(resourceKey)),
    standing: standingGroups(desired),
  };
  const { ignoreTags, ignore } = input.manifest;
  const context = diffContext({ ...plan, desired, ignoreTags, ignore }, live);
  const stop = new AbortController();
  const { port, confirmLease = async () => {} } = input;
  const run: Run = {
    ...input,
    port: {
      ...port,
      perform: async (call) => {
        await confirmLease();
        await port.perform(call);
      },
    },
    patienceMs,
    signal: AbortSignal.any([input.signal, stop.signal]),
    stop: (reason) => stop.abort(reason),
    plan,
    facts: pruneFacts(snapshot, live, context, handled),
    desired: new Map(desired.map((resource) => [resourceKey(resource), resource])),
    made: new Set(),
    warnings: [],
  };
  const writing = createLimit(concurrency);
  const reading = createLimit(concurrency);
  const outcomes: (readonly OperationResult[])[] = [];
  const failed = new Set<string>();
  const needed = new Set(plan.changes.flatMap(({ needs = [] }) => needs));
  await workInOrder(waitsOf(plan.changes), concurrency * 2, async (index) => {
    const change = plan.changes[index];
    if (change === undefined) return;
    const outcome = await writing(async () => {
      if (run.signal.aborted) return notStarted(change, run);
      const blocker = change.dependsOn.find((key) => failed.has(key));
      return carryOutChange(change, run, blocker);
    });
    outcomes[index] = outcome;
    if (outcome.some(({ status }) => status === 'failed' || status === 'skipped')) {
      failed.add(change.resource);
    }
    if (outcome.every(({ status }) => status === 'done' || status === 'already')) {
      const isOtherwise = await verifyChange(change, run, reading);
      // What was taken for gone and is there holds back what has to go after it; and what was taken
      // for made and is not, what has to stay without it.
      const holdsBack = change.kind === 'delete' || needed.has(change.resource);
      if (isOtherwise && holdsBack) failed.add(change.resource);
    }
  });
  const results = outcomes.flat();
  const interrupted = results.some(({ status }) => status === 'not-started');
  return reportOf(plan, { results, warnings: run.warnings, interrupted });
}
