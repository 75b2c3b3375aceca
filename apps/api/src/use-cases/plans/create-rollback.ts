import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { PlanRecord } from '../../model/records.ts';
import type { Answering } from '../role-requests/deps.ts';
import { readGivenManifest } from './given-manifest.ts';
import { type PlanDeps, planAndKeep } from './plan-and-keep.ts';

/**
 * Plans the way back from what an application did, as far as it came. The plan is one like others:
 * reviewed, judged, approved and carried out.
 *
 * @throws Problem; RolecallError `PLAN_CHANGED` where somebody else has changed since what it changed
 */
export async function createRollback<Answered>(
  deps: PlanDeps,
  caller: Caller,
  { applicationId, signal }: { readonly applicationId: string; readonly signal: AbortSignal },
  answer: Answering<PlanRecord, Answered>,
): Promise<Answered> {
  const { store } = deps;
  const application = await store.applications.get(applicationId);
  if (application === undefined) throw problem('not-found');
  if (application.finishedAt === null)
    throw problem('state-conflict', { detail: 'The application is not through yet.' });
  const { accountId, planId } = application;
  const plan = await store.plans.get(planId);
  if (plan === undefined) throw problem('not-found');
  const given = { ...readGivenManifest(plan.manifest), rollbackOf: applicationId };
  return planAndKeep(deps, caller, { accountId, given, reference: 'rollback', signal }, answer);
}
