import type { PullRequestReport } from '@rolecall/core';
import { examine } from '../examine/examine.ts';
import { gate } from '../examine/gate.ts';
import type { Failure } from '../run/failure.ts';
import type { Run } from '../run/run.ts';

/** Whether the account is still as the manifest says; fails where it is not. */
export async function drift(run: Run): Promise<PullRequestReport> {
  const { report } = await examine(run);
  const gated = gate(report, run.inputs.failOn ?? 'never');
  if (gated.failure !== undefined) return gated;
  if (gated.offline !== undefined && run.inputs.snapshot === undefined) {
    return {
      ...gated,
      failure: { reason: 'access-denied', message: gated.offline, hint: 'Drift is told by AWS.' },
    };
  }
  const moved = gated.plan?.changes.length ?? 0;
  if (moved === 0) return gated;
  return { ...gated, failure: driftFailure(moved, gated.plan?.planId) };
}

/** Why a run fails that found so many resources otherwise than declared. */
export function driftFailure(moved: number, planId: string | undefined): Failure {
  return {
    reason: 'findings',
    message: `${moved === 1 ? 'One resource is' : `${moved} resources are`} not as the manifest says.`,
    hint: `Repair it by releasing the plan: run the apply workflow with plan-id ${planId}.`,
  };
}
