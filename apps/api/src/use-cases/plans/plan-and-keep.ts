import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { PlanRecord } from '../../model/records.ts';
import type { Answering } from '../role-requests/deps.ts';
import { requireAccount } from '../role-requests/plan-request.ts';
import { notePerson } from '../same-person.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { type GivenManifest, parseManifest } from './given-manifest.ts';
import { keepPlan, makePlan } from './make-plan.ts';
import type { PlanRules } from './plan-approval.ts';

export type PlanDeps = Pick<ServiceDeps, 'store' | 'accounts' | 'now'> & PlanRules;

interface Planning {
  readonly accountId: string;
  readonly given: GivenManifest;
  /** What it is for: stands in the session's name. */
  readonly reference: string;
  readonly signal: AbortSignal;
}

/**
 * Plans what was given in an account that is verified, and keeps the plan.
 *
 * @throws Problem; RolecallError where it cannot be planned or the account cannot be read
 */
export async function planAndKeep<Answered>(
  deps: PlanDeps,
  caller: Caller,
  { accountId, given, reference, signal }: Planning,
  answer: Answering<PlanRecord, Answered>,
): Promise<Answered> {
  const account = await requireAccount(deps.store, accountId);
  if (account.state !== 'verified') throw problem('account-not-verified');
  const manifest = await parseManifest(given, account);
  const about = { account, given, manifest, madeBy: caller.actor, reference, signal };
  const made = await makePlan(deps, about);
  return deps.store.transaction(async (tx) => {
    const plan = await keepPlan(tx, deps, made);
    await notePerson(tx, caller, deps.now());
    return answer(tx, plan);
  });
}
