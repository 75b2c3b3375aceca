import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { PlanRecord } from '../../model/records.ts';
import type { Answering } from '../role-requests/deps.ts';
import { requireAccount } from '../role-requests/plan-request.ts';
import { notePerson } from '../same-person.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { parseManifest } from './given-manifest.ts';
import { keepPlan, makePlan } from './make-plan.ts';
import type { PlanRules } from './plan-approval.ts';

export interface PlanInput {
  readonly accountId: string;
  readonly manifest: string;
  readonly includeRetired: boolean;
  readonly signal: AbortSignal;
}

/**
 * Plans a manifest against an account, and keeps the plan.
 *
 * @throws Problem; RolecallError where the manifest is invalid or the account cannot be read
 */
export async function createPlan<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'accounts' | 'now'> & PlanRules,
  caller: Caller,
  { accountId, manifest: text, includeRetired, signal }: PlanInput,
  answer: Answering<PlanRecord, Answered>,
): Promise<Answered> {
  const account = await requireAccount(deps.store, accountId);
  if (account.state !== 'verified') throw problem('account-not-verified');
  const given = { text, includeRetired };
  const manifest = await parseManifest(given, account);
  const about = { account, given, manifest, madeBy: caller.actor, reference: 'plan', signal };
  const made = await makePlan(deps, about);
  return deps.store.transaction(async (tx) => {
    const plan = await keepPlan(tx, deps, made);
    await notePerson(tx, caller, deps.now());
    return answer(tx, plan);
  });
}
