import {
  type AccountPort,
  type Manifest,
  type PlannedManifest,
  planManifest,
  planRollback,
  RolecallError,
  readAppliedPlan,
} from '@rolecall/core';
import type { Readers } from '../../storage/readers.ts';
import type { GivenManifest } from './given-manifest.ts';

export interface PlanGiven {
  readonly port: Pick<AccountPort, 'identify' | 'collect'>;
  readonly given: GivenManifest;
  readonly manifest: Manifest;
  readonly guardrails: string | undefined;
}

/**
 * Plans what was given: a manifest, or the way back from what an application did.
 *
 * @throws RolecallError, `PLAN_CHANGED` where there is no way back
 */
export async function planGiven(
  readers: Pick<Readers, 'plans' | 'applications'>,
  { port, given, manifest, guardrails }: PlanGiven,
): Promise<PlannedManifest> {
  const { includeRetired, rollbackOf } = given;
  if (rollbackOf === undefined) return planManifest({ port, manifest, includeRetired, guardrails });
  const application = await readers.applications.get(rollbackOf);
  const taken = application && (await readers.plans.get(application.planId));
  if (taken === undefined)
    throw new RolecallError('PLAN_CHANGED', `Application ${rollbackOf} is not kept any more.`, {
      hint: 'Plan the manifest as it was before.',
    });
  const applied = readAppliedPlan(taken.plan, `plan ${taken.id}`);
  return planRollback({ port, manifest, applied, guardrails });
}
