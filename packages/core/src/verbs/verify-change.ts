import { RolecallError } from '../model/errors.ts';
import type { Change } from '../plan/plan.ts';
import { recompare } from '../plan/recompare.ts';
import type { Run } from './carry-out-change.ts';
import type { Limit } from './create-limit.ts';
import { afterwards } from './live-again.ts';

const waitsMs = [0, 1_000, 2_000, 4_000, 8_000];

/**
 * Reads back what was written until it shows, so that the next run does not meet the past. Gives
 * whether AWS went on showing something else.
 */
export async function verifyChange(change: Change, run: Run, reading: Limit): Promise<boolean> {
  for (const waitMs of waitsMs) {
    if (run.signal.aborted) return false;
    if (waitMs > 0) await run.sleep(waitMs);
    const shown = await reading(() => isAsPlanned(change, run));
    if (shown === true) return false;
    if (shown !== false) {
      warn(`${change.resource} could not be read back: ${shown}`, run);
      return false;
    }
  }
  warn(`${change.resource}: AWS does not show what was written yet; run again to see.`, run);
  return true;
}

function warn(message: string, run: Run): void {
  run.warnings.push(message);
  run.onEvent({ kind: 'warning', message });
}

/** Whether the account shows it; a text where it could not be read. */
async function isAsPlanned(change: Change, run: Run): Promise<boolean | string> {
  const desired = change.kind === 'delete' ? undefined : run.desired.get(change.resource);
  try {
    const live = await run.port.readResource(afterwards(change, run));
    if (change.kind === 'delete') return live === undefined;
    if (live === undefined) return false;
    const compared = recompare({ change, desired, live, facts: run.facts });
    return 'operations' in compared && compared.operations.length === 0;
  } catch (error) {
    if (error instanceof RolecallError) return error.message;
    throw error;
  }
}
