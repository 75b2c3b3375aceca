import type { Manifest } from '../manifest/manifest.ts';
import { arnOf } from '../manifest/resolve-resources.ts';
import { RolecallError } from '../model/errors.ts';
import { type DesiredResource, resourceKey } from '../model/resource.ts';
import {
  type ApplyEvent,
  type ApplyReport,
  type OperationResult,
  reportOf,
  resultOf,
} from '../plan/apply-report.ts';
import { standingGroups } from '../plan/holders.ts';
import { indexLive } from '../plan/live-index.ts';
import type { Operation } from '../plan/operation.ts';
import type { Change, Plan } from '../plan/plan.ts';
import { diffContext } from '../plan/plan-account.ts';
import { type PruneFacts, pruneFacts } from '../plan/prune.ts';
import { recompare } from '../plan/recompare.ts';
import { replacesWhatIsThere } from '../plan/replaces-what-is-there.ts';
import { isNarrowing } from '../plan/steps.ts';
import type { AccountPort, ResourceReference } from './account-port.ts';
import { performPatiently } from './perform-patiently.ts';
import type { PlannedManifest } from './plan-manifest.ts';

export interface CarryOutInput {
  readonly manifest: Pick<Manifest, 'ignoreTags' | 'ignore'>;
  readonly port: Pick<AccountPort, 'readResource' | 'perform'>;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onEvent: (event: ApplyEvent) => void;
}

interface Run extends CarryOutInput {
  readonly plan: Plan;
  readonly facts: PruneFacts;
  readonly desired: ReadonlyMap<string, DesiredResource>;
  /** Keys and ARNs of what was made in this run. */
  readonly made: Set<string>;
  readonly warnings: string[];
}

/** Does what the plan says, change by change, and goes on past what fails. */
export async function carryOut(
  { plan, desired, snapshot }: PlannedManifest,
  input: CarryOutInput,
): Promise<ApplyReport> {
  const live = indexLive(snapshot);
  const deleted = plan.changes.filter(({ kind }) => kind === 'delete');
  const handled = {
    leaving: new Set(deleted.map(resourceKey)),
    settled: new Set([...desired, ...deleted].map(resourceKey)),
    standing: standingGroups(desired),
  };
  const { ignoreTags, ignore } = input.manifest;
  const context = diffContext({ ...plan, desired, ignoreTags, ignore }, live);
  const run: Run = {
    ...input,
    plan,
    facts: pruneFacts(snapshot, live, context, handled),
    desired: new Map(desired.map((resource) => [resourceKey(resource), resource])),
    made: new Set(),
    warnings: [],
  };
  const results: OperationResult[] = [];
  const failed = new Set<string>();
  for (const change of plan.changes) {
    const blocker = change.dependsOn.find((key) => failed.has(key));
    const outcome = input.signal.aborted
      ? settleAll(change, 'not-started', 'stopped before its turn')
      : await applyChange(change, run, blocker);
    for (const result of outcome) input.onEvent({ kind: 'operation', result });
    results.push(...outcome);
    if (outcome.some(({ status }) => status === 'failed' || status === 'skipped')) {
      failed.add(change.resource);
    }
  }
  const interrupted = results.some(({ status }) => status === 'not-started');
  return reportOf(plan, { results, warnings: run.warnings, interrupted });
}

function settleAll(
  { operations }: Change,
  status: 'not-started' | 'skipped',
  message: string,
): readonly OperationResult[] {
  return operations.map((operation) => resultOf(operation, status, { message }));
}

/**
 * Operation by operation. What failed, here or in what it waits for, holds back all that widens;
 * what takes access away goes on.
 */
async function applyChange(
  change: Change,
  run: Run,
  blocker: string | undefined,
): Promise<readonly OperationResult[]> {
  run.onEvent({ kind: 'change-started', change });
  const still = await stillToDo(change, run);
  if ('failure' in still) return settleFrom(change, still.failure);
  let failed = blocker === undefined ? undefined : `${blocker} failed`;
  // What could not be created may be somebody else's, and what is replaced could not be given back.
  // A group carries no mark: that it is declared to be taken over has to do.
  let isOurs =
    change.kind === 'update' ||
    // What is moved keeps what it has until its successor is there.
    (change.kind === 'delete' && change.departed?.kind !== 'moved') ||
    (change.kind === 'adopt' && change.type === 'group');
  const results: OperationResult[] = [];
  for (const operation of change.operations) {
    const attempt = { change, run, still: still.ids, failed, isOurs };
    const result = await applyOperation(operation, attempt);
    results.push(result);
    const isDone = result.status === 'done' || result.status === 'already';
    if (operation.step === 'own' && isDone) isOurs = true;
    if (result.status === 'failed') failed ??= 'an operation before it failed';
  }
  if (results.every(({ status }) => status === 'done' || status === 'already')) {
    await verify(change, run);
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
  if (run.signal.aborted) {
    return resultOf(operation, 'not-started', { message: 'stopped before its turn' });
  }
  if (!still.has(operation.id)) return resultOf(operation, 'already');
  const goesOn = isOurs && isNarrowing(operation);
  if (failed !== undefined && !goesOn) {
    return resultOf(operation, 'skipped', { message: failed });
  }
  try {
    return resultOf(operation, await perform(operation, change, run));
  } catch (error) {
    if (await wasMadeAfterAll(operation, error, change, run)) return resultOf(operation, 'already');
    if (!(error instanceof RolecallError)) throw error;
    return resultOf(operation, 'failed', { message: error.message, hint: error.details.hint });
  }
}

type StillToDo = { readonly ids: ReadonlySet<string> } | { readonly failure: unknown };

async function stillToDo(change: Change, run: Run): Promise<StillToDo> {
  // IAM itself refuses to create what exists; only settings of the account it would replace.
  if (change.kind === 'create' && !replacesWhatIsThere(change.type))
    return { ids: new Set(change.operations.map(({ id }) => id)) };
  return compareAgain(change, run);
}

async function compareAgain(
  change: Change,
  run: Run,
  reference: ResourceReference = change,
): Promise<StillToDo> {
  try {
    const live = await run.port.readResource(reference);
    const desired = change.kind === 'delete' ? undefined : run.desired.get(change.resource);
    const compared = recompare({ change, desired, live, facts: run.facts });
    if ('operations' in compared) return { ids: new Set(compared.operations.map(({ id }) => id)) };
    return { failure: new RolecallError('PLAN_CHANGED', compared.moved, { hint: 'Plan again.' }) };
  } catch (failure) {
    return { failure };
  }
}

/** An answer that got lost on the way makes the SDK ask again, and IAM say that it exists. */
async function wasMadeAfterAll(
  operation: Operation,
  error: unknown,
  change: Change,
  run: Run,
): Promise<boolean> {
  if (!(error instanceof RolecallError) || error.code !== 'ENTITY_EXISTS') return false;
  const still = await compareAgain(change, run, afterwards(change, run));
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
    isNew: (subject) => subject !== undefined && run.made.has(subject),
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

/** Where the resource is found once the change is made: a new path gives a new ARN. */
function afterwards(change: Change, { desired, plan }: Run): ResourceReference {
  const wanted = change.kind === 'delete' ? undefined : desired.get(change.resource);
  return wanted ? { ...change, arn: arnOf(wanted, plan) } : change;
}

const verifyWaitsMs = [0, 1_000, 2_000, 4_000, 8_000];

/** Reads back what was written until it shows, so that the next run does not meet the past. */
async function verify(change: Change, run: Run): Promise<void> {
  const desired = change.kind === 'delete' ? undefined : run.desired.get(change.resource);
  for (const waitMs of verifyWaitsMs) {
    if (run.signal.aborted) return;
    if (waitMs > 0) await run.sleep(waitMs);
    const shown = await isAsPlanned(change, desired, run);
    if (shown === true) return;
    if (shown !== false) return warn(`${change.resource} could not be read back: ${shown}`, run);
  }
  warn(`${change.resource}: AWS does not show what was written yet; run again to see.`, run);
}

function warn(message: string, run: Run): void {
  run.warnings.push(message);
  run.onEvent({ kind: 'warning', message });
}

/** Whether the account shows it; a text where it could not be read. */
async function isAsPlanned(
  change: Change,
  desired: DesiredResource | undefined,
  run: Run,
): Promise<boolean | string> {
  try {
    const live = await run.port.readResource(afterwards(change, run));
    if (desired === undefined) return live === undefined;
    if (live === undefined) return false;
    const compared = recompare({ change, desired, live, facts: run.facts });
    return 'operations' in compared && compared.operations.length === 0;
  } catch (error) {
    if (error instanceof RolecallError) return error.message;
    throw error;
  }
}
