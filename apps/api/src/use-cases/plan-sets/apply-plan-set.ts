import type { Schema } from '@rolecall/contract';
import { Problem, problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { PlanSetMemberRecord } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { PlanRules } from '../plans/plan-approval.ts';
import { applicationHolding, requestInTransaction } from '../plans/request-application.ts';
import type { Answering } from '../role-requests/deps.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { faultOf } from './plan-member.ts';
import { chooseFrom } from './read-plan-set.ts';
import { shownFault } from './show-plan-set.ts';

export interface ApplyPlanSet {
  readonly id: string;
  /** Selectors; all accounts without them. */
  readonly accounts: readonly string[] | undefined;
  readonly allowReplace: boolean;
}

type Asked = Schema<'PlanSetApplication'>;

/**
 * Has every plan of a set carried out that may be, by this caller and now. All is asked for in one
 * transaction: a call that is repeated finds what the first one did.
 *
 * @throws Problem `not-found`, `state-conflict` while it is planned; why nothing may be carried out,
 *   where nothing may
 */
export async function applyPlanSet<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'newId'> & PlanRules,
  caller: Caller,
  { id, accounts, allowReplace }: ApplyPlanSet,
  answer: Answering<Schema<'PlanSetApplications'>, Answered>,
): Promise<Answered> {
  return deps.store.transaction(async (tx) => {
    const set = await tx.planSets.get(id);
    if (set === undefined) throw problem('not-found');
    if (set.finishedAt === null)
      throw problem('state-conflict', { detail: 'Its accounts are still being planned.' });
    const members = chooseFrom(
      (await tx.planSets.listMembers(id)).map((member) => ({ ...member, id: member.accountId })),
      accounts,
    );
    const asked = new Map<PlanSetMemberRecord, Asked>();
    // In one order, whatever set they are of: two who ask at once wait for each other, and not both.
    for (const member of members.toSorted(byPlan))
      asked.set(member, await ask(tx, deps, { caller, member, allowReplace }));
    const all = members.flatMap((member) => asked.get(member) ?? []);
    refuseAll(all);
    tx.audit({
      at: deps.now().toISOString(),
      actor: caller.actor,
      type: 'plan-set.applied',
      subject: `plan-sets/${id}`,
      accountId: null,
      data: {
        allowReplace,
        accounts: all.map(({ accountId, outcome, applicationId }) => {
          return { accountId, outcome, applicationId };
        }),
      },
    });
    return answer(tx, { id, accounts: all });
  });
}

function byPlan({ planId: a }: PlanSetMemberRecord, { planId: b }: PlanSetMemberRecord): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

async function ask(
  tx: Transaction,
  rules: Pick<ServiceDeps, 'now' | 'newId'> & PlanRules,
  {
    caller,
    member,
    allowReplace,
  }: {
    readonly caller: Caller;
    readonly member: PlanSetMemberRecord;
    readonly allowReplace: boolean;
  },
): Promise<Asked> {
  const { name, accountId, planId, summary } = member;
  const about = { name, accountId, planId, applicationId: null, refusal: null };
  if (planId === null || summary === null) {
    const failure = member.failure ?? { code: 'not-found', message: 'It was not planned.' };
    return { ...about, outcome: 'refused', refusal: shownFault(failure) };
  }
  if (summary.operations + summary.conflicts + summary.refusals === 0)
    return { ...about, outcome: 'nothing-to-do' };
  const [standing] = await tx.plans.listStandings([planId]);
  const before = standing && (await applicationHolding(tx, standing));
  if (before !== undefined) return { ...about, outcome: 'already', applicationId: before.id };
  try {
    const application = await requestInTransaction(tx, rules, { caller, planId, allowReplace });
    return { ...about, outcome: 'queued', applicationId: application.id };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...about, outcome: 'refused', refusal: shownFault(faultOf(error)) };
  }
}

/** Where nothing may be carried out, the answer is an error, as it would be for one account. */
function refuseAll(all: readonly Asked[]): void {
  if (all.some(({ outcome }) => outcome !== 'refused')) return;
  const refusals = all.flatMap(({ name, refusal }) =>
    refusal === null ? [] : [{ name, refusal }],
  );
  const codes = new Set(refusals.map(({ refusal }) => refusal.code));
  const [only = 'state-conflict'] = codes.size === 1 ? codes : [];
  throw problem(only, {
    detail: 'No account of the set may be changed.',
    errors: refusals.map(({ name, refusal: { code, message } }) => ({
      code,
      message: `${name}: ${message}`,
    })),
  });
}
