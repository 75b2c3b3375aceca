import { type AppliedPlan, RolecallError, readAppliedPlan } from '@rolecall/core';
import { readJson } from '../files/read-json.ts';

/** A file that was kept to be carried out, or to be gone back from. */
export function readPlanFile(cwd: string, file: string): Promise<unknown> {
  return readJson(
    cwd,
    file,
    (cause) => new RolecallError('PLAN_INVALID', `${file} is not JSON.`, { cause }),
  );
}

/** The plan from which a kept plan leads back; `undefined` where it is a plan of a manifest. */
export function rollbackOf(kept: unknown, file: string): AppliedPlan | undefined {
  const isWayBack = typeof kept === 'object' && kept !== null && 'rollbackOf' in kept;
  return isWayBack ? readAppliedPlan(kept.rollbackOf, file) : undefined;
}
