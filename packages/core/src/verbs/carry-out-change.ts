import { RolecallError } from '../model/errors.ts';
import { type OperationResult, resultOf } from '../plan/apply-report.ts';
import type { Operation } from '../plan/operation.ts';
import type { Change } from '../plan/plan.ts';
import { replacesWhatIsThere } from '../plan/replaces-what-is-there.ts';
import { isNarrowing } from '../plan/steps.ts';
import type { CarryOutInput } from './carry-out.ts';
import { afterwards, liveAgain, type Reading, type StillToDo } from './live-again.ts';
import { performPatiently } from './perform-patiently.ts';

/** What the changes of one run share. */
export interface Run extends CarryOutInput, Reading {
  readonly port: CarryOutInput['port'];
  readonly patienceMs: number;
  /** Ends the run for a reason of its own; what is under way is finished. */
  readonly stop: (reason: RolecallError) => void;
  /** Keys and ARNs of what was made in this run. */
  readonly made: Set<string>;
  readonly warnings: string[];
}

/**
 * Operation by operation. What failed, here or in what it waits for (`blocker`), holds back all that
 * widens; what takes access away goes on.
 */
export async function carryOutChange(
  change: Change,
  run: Run,
  blocker: string | undefined,
): Promise<readonly OperationResult[]> {
  run.onEvent({ kind: 'change-started', change });
  const still = await stillToDo(change, run);
  if ('failure' in still) return tell(settleFrom(change, still.failure), run);
  try {
    await run.record?.began(change);
  } catch (error) {
    // Nothing is written to AWS that could not be written down.
    if (!(error instanceof RolecallError)) throw error;
    run.stop(error);
    return notStarted(change, run);
  }
  let failed = blocker === undefined ? undefined : `${blocker} failed`;
  // The last way to administrator stays until another is there.
  const isHeld = change.needs !== undefined;
  // What could not be created may be somebody else's, and what is replaced could not be given back.
  // A group carries no mark: that it is declared to be taken over has to do.
  let isOurs =
    !isHeld &&
    (change.kind === 'update' ||
      // What is moved keeps what it has until its successor is there.
      (change.kind === 'delete' && change.departed?.kind !== 'moved') ||
      (change.kind === 'adopt' && change.type === 'group'));
  const results: OperationResult[] = [];
  for (const operation of change.operations) {
    const attempt = { change, run, still: still.ids, failed, isOurs };
    const result = await applyOperation(operation, attempt);
    results.push(...tell([result], run));
    const isDone = result.status === 'done' || result.status === 'already';
    if (operation.step === 'own' && isDone) isOurs = !isHeld;
    if (result.status === 'failed') failed ??= 'an operation before it failed';
  }
  return results;
}

/** None of it was begun when the run was stopped. */
export function notStarted(change: Change, run: Run): readonly OperationResult[] {
  return tell(
    change.operations.map((operation) => stopped(operation, run)),
    run,
  );
}

function stopped(operation: Operation, { signal }: Run): OperationResult {
  const { reason } = signal;
  const message = reason instanceof RolecallError ? reason.message : 'stopped before its turn';
  return resultOf(operation, 'not-started', { message });
}

function tell(results: readonly OperationResult[], run: Run): readonly OperationResult[] {
  for (const result of results) {
    run.record?.settled(result);
    run.onEvent({ kind: 'operation', result });
  }
  return results;
}

interface Attempt {
  readonly change: Change;
  readonly run: Run;
  /** Ids of what is still to be done. */
  readonly still: ReadonlySet<string>;
  /** Why nothing that widens may be done any more. */
  readonly failed: string | undefined;
  /** Whether taking access away may go on whatever failed. */
  readonly isOurs: boolean;
}

async function applyOperation(
  operation: Operation,
  { change, run, still, failed, isOurs }: Attempt,
): Promise<OperationResult> {
  if (run.signal.aborted) return stopped(operation, run);
  if (!still.has(operation.id)) return resultOf(operation, 'already');
  const goesOn = isOurs && isNarrowing(operation);
  if (failed !== undefined && !goesOn) {
    return resultOf(operation, 'skipped', { message: failed });
  }
  try {
    return resultOf(operation, await perform(operation, change, run));
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    if (error.code === 'LEASE_LOST') {
      run.stop(error);
      return stopped(operation, run);
    }
    if (error.code === 'ENTITY_EXISTS' && (await isDone(operation, change, run)))
      return resultOf(operation, 'already');
    return resultOf(operation, 'failed', { message: error.message, hint: error.details.hint });
  }
}

async function stillToDo(change: Change, run: Run): Promise<StillToDo> {
  // IAM itself refuses to create what exists; only settings of the account it would replace.
  if (change.kind === 'create' && !replacesWhatIsThere(change.type))
    return { ids: new Set(change.operations.map(({ id }) => id)) };
  return liveAgain(change, run);
}

/** An answer that got lost on the way may have been a yes. */
async function isDone(operation: Operation, change: Change, run: Run): Promise<boolean> {
  const still = await liveAgain(change, run, afterwards(change, run));
  return 'ids' in still && !still.ids.has(operation.id);
}

async function perform(
  operation: Operation,
  change: Change,
  run: Run,
): Promise<'done' | 'already'> {
  const performed = await performPatiently(operation, {
    port: run.port,
    sleep: run.sleep,
    signal: run.signal,
    longestMs: run.patienceMs,
    isNew: (subject) => subject !== undefined && run.made.has(subject),
    isDone: () => isDone(operation, change, run),
    onRetry: (reason, waitMs) => run.onEvent({ kind: 'retry', operation, reason, waitMs }),
  });
  const isNewName = operation.facet === '' || operation.facet === 'path';
  if (isNewName && operation.after !== null) {
    run.made.add(change.resource);
    run.made.add(afterwards(change, run).arn);
  }
  return performed;
}

/** The first operation failed before it was tried, and the others were not tried. */
function settleFrom(change: Change, error: unknown): readonly OperationResult[] {
  if (!(error instanceof RolecallError)) throw error;
  return change.operations.map((operation, index) =>
    index === 0
      ? resultOf(operation, 'failed', { message: error.message, hint: error.details.hint })
      : resultOf(operation, 'skipped', { message: 'the resource was left as it is' }),
  );
}
