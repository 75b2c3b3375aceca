import { canonicalJson } from '@rolecall/policy';
import { accessPartNames, openAccessGuard } from '../fixes/access-guard.ts';
import type { FixOperation } from '../fixes/fix-plan.ts';
import type { FixReport, FixResult } from '../fixes/fix-report.ts';
import { writeOf } from '../fixes/plan-fixes.ts';
import type { KeptFixPlan } from '../fixes/read-fix-plan.ts';
import { RolecallError } from '../model/errors.ts';
import type { AccountPort } from './account-port.ts';
import type { FixPort } from './fix-port.ts';
import { refuseRoot } from './refuse-root.ts';

export interface ApplyFixesInput {
  readonly plan: KeptFixPlan;
  readonly port: Pick<AccountPort, 'identify' | 'collect'>;
  readonly fixPort: FixPort;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onResult: (result: FixResult) => void;
}

/**
 * Makes the changes of a plan. Each state is read once more just before its change, and whether the
 * change locks anybody out is judged anew, for whoever applies the plan. Goes on past a failure;
 * running again finds done what is done.
 */
export async function applyFixes(input: ApplyFixesInput): Promise<FixReport> {
  const { plan, port, signal, onResult } = input;
  const caller = await port.identify();
  refuseRoot(caller);
  requireAccount(plan, caller.account);
  const guard = openAccessGuard(await port.collect({ parts: accessPartNames }), plan.settings);
  const results = new Map<string, FixResult>();
  const warnings: string[] = [];
  for (const operation of plan.operations) {
    const made = signal.aborted
      ? resultOf(operation, { status: 'not-started' })
      : await makeChange(operation, { ...input, guard, results, warnings });
    results.set(operation.id, made);
    onResult(made);
  }
  const { planId, account, partition } = plan;
  const list = [...results.values()];
  return {
    planId,
    account,
    partition,
    results: list,
    warnings,
    interrupted: list.some(({ status }) => status === 'not-started'),
    complete: list.every(isMade),
  };
}

function requireAccount({ account }: KeptFixPlan, actual: string): void {
  if (account === actual) return;
  throw new RolecallError(
    'ACCOUNT_MISMATCH',
    `The plan is for account ${account}, but the credentials are for ${actual}.`,
    { hint: 'Sign in to the other account.' },
  );
}

interface Run extends ApplyFixesInput {
  readonly guard: ReturnType<typeof openAccessGuard>;
  readonly results: ReadonlyMap<string, FixResult>;
  readonly warnings: string[];
}

async function makeChange(operation: FixOperation, run: Run): Promise<FixResult> {
  const { guard, fixPort, results } = run;
  if (!operation.waitsFor.every((id) => isMade(results.get(id)))) {
    return resultOf(operation, { status: 'skipped', message: 'What it waits for was not made.' });
  }
  const write = writeOf(operation);
  try {
    const state = await fixPort.read(operation.target);
    if (isSame(state, operation.after)) {
      guard.follow([write]);
      return resultOf(operation, { status: 'already' });
    }
    const moved = isSame(state, operation.before) ? await findMoved(operation, run) : 'It';
    if (moved !== undefined) {
      const message = `${moved} is no longer as it was when the plan was made.`;
      const hint = 'Check again and make a new plan.';
      return resultOf(operation, { status: 'failed', reason: 'changed', message, hint });
    }
    const verdict = guard.judge([write]);
    if (verdict.kind === 'refused') {
      const { why: message } = verdict;
      return resultOf(operation, { status: 'failed', reason: 'locks-out', message });
    }
    await fixPort.perform(operation.call);
    guard.follow([write]);
    await readBack(operation, run);
    return resultOf(operation, { status: 'done' });
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    const { message, details } = error;
    return resultOf(operation, { status: 'failed', reason: 'aws', message, hint: details.hint });
  }
}

/** The first of the conditions that does not hold any more. */
async function findMoved(
  { provided }: FixOperation,
  { fixPort }: Run,
): Promise<string | undefined> {
  for (const { target, state } of provided) {
    if (!isSame(await fixPort.read(target), state)) return `The ${target.kind} it depends on`;
  }
  return undefined;
}

const readBackWaitsMs = [0, 1_000, 2_000, 4_000, 8_000];

/** Reads until the change shows; that it does not yet is no failure. */
async function readBack({ target, after, subject }: FixOperation, run: Run): Promise<void> {
  const { fixPort, sleep, signal, warnings } = run;
  for (const waitMs of readBackWaitsMs) {
    if (signal.aborted) return;
    if (waitMs > 0) await sleep(waitMs);
    try {
      if (isSame(await fixPort.read(target), after)) return;
    } catch (error) {
      if (!(error instanceof RolecallError)) throw error;
      warnings.push(`${subject} could not be read back: ${error.message}`);
      return;
    }
  }
  warnings.push(`${subject}: AWS does not show the change yet; check again to see.`);
}

function isSame(a: FixOperation['before'], b: FixOperation['before']): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function isMade(result: FixResult | undefined): boolean {
  return result?.status === 'done' || result?.status === 'already';
}

function resultOf(
  { id, subject, call: { action } }: FixOperation,
  said: Omit<FixResult, 'id' | 'action' | 'subject'>,
): FixResult {
  return { id, action, subject, ...said };
}
