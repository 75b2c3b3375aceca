import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { PlanRecord } from '../../model/records.ts';
import type { Answering } from '../role-requests/deps.ts';
import { requireAccount } from '../role-requests/plan-request.ts';
import { notePerson } from '../same-person.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { parseManifest, readGivenManifest } from './given-manifest.ts';
import { keepPlan, makePlan } from './make-plan.ts';
import type { PlanRules } from './plan-approval.ts';

/**
 * Plans the way back from what an application did, as far as it came. The plan is one like others:
 * reviewed, judged, approved and carried out.
 *
 * @throws Problem; RolecallError `PLAN_CHANGED` where somebody else has changed since what it changed
 */
export async function createRollback<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'accounts' | 'now'> & PlanRules,
  caller: Caller,
  { applicationId, signal }: { readonly applicationId: string; readonly signal: AbortSignal },
  answer: Answering<PlanRecord, Answered>,
): Promise<Answered> {
  const { store } = deps;
  const application = await store.applications.get(applicationId);
  if (application === undefined) throw problem('not-found');
  if (application.finishedAt === null)
    throw problem('state-conflict', { detail: 'The application is not through yet.' });
  const account = await requireAccount(store, application.accountId);
  if (account.state !== 'verified') throw problem('account-not-verified');
  const plan = await store.plans.get(application.planId);
  if (plan === undefined) throw problem('not-found');
  const given = { ...readGivenManifest(plan.manifest), rollbackOf: applicationId };
  const manifest = await parseManifest(given, account);
  const about = { account, given, manifest, madeBy: caller.actor, reference: 'rollback', signal };
  const made = await makePlan(deps, about);
  return store.transaction(async (tx) => {
    const kept = await keepPlan(tx, deps, made);
    await notePerson(tx, caller, deps.now());
    return answer(tx, kept);
  });
}
