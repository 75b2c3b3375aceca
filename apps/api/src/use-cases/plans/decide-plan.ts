import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayApproveFor } from '../../identity/visibility.ts';
import type { PlanDecision, PlanRecord } from '../../model/records.ts';
import type { Answering } from '../role-requests/deps.ts';
import { isSamePerson, notePerson, personBehind } from '../same-person.ts';
import type { ServiceDeps } from '../service-deps.ts';

export interface PlanAnswer {
  readonly planId: string;
  readonly decision: PlanDecision['decision'];
  readonly comment: string;
}

/**
 * Approves or rejects a plan: by an approver for its account, for all that there may be in it, who
 * did not make it. The last word counts, so that an approval can be taken back.
 *
 * @throws Problem `not-found`, `self-approval`, `not-approver`
 */
export async function decidePlan<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now'>,
  caller: Caller,
  { planId, decision, comment }: PlanAnswer,
  answer: Answering<PlanRecord, Answered>,
): Promise<Answered> {
  const now = deps.now();
  return deps.store.transaction(async (tx) => {
    const plan = await tx.plans.getForUpdate(planId);
    if (plan === undefined) throw problem('not-found');
    const { accountId, madeBy } = plan;
    if (await isSamePerson(tx, caller, await personBehind(tx, madeBy)))
      throw problem('self-approval');
    // A manifest is no blueprint: whoever decides about some only, does not decide about it.
    if (!mayApproveFor(caller, { accountId, blueprint: '*' })) throw problem('not-approver');
    await notePerson(tx, caller, now);
    const decided: PlanDecision = { decision, by: caller.actor, comment, at: now.toISOString() };
    await tx.plans.decide(planId, decided);
    tx.audit({
      at: decided.at,
      actor: caller.actor,
      type: 'plan.decided',
      subject: `plans/${planId}`,
      accountId,
      data: { decision, comment },
    });
    return answer(tx, { ...plan, decision: decided });
  });
}
