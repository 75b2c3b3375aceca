import { grantsMore, type ManifestAccount, type ManifestSet } from '@rolecall/core';
import { Problem, problem } from '../../http/problem.ts';
import { toProblem } from '../../http/to-problem.ts';
import type {
  PlanSetMemberRecord,
  PlanSetMemberSummary,
  PlanSetRecord,
} from '../../model/records.ts';
import { describeGrants } from '../../role-requests/describe-grants.ts';
import type { MemberOutcome } from '../../storage/repositories/plan-sets.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { JobContext } from '../../work/jobs.ts';
import { serviceActor } from '../../work/service-actor.ts';
import { failureText } from '../failure-text.ts';
import { mayPass } from '../may-pass.ts';
import { keepPlan, type MadePlan, makePlan } from '../plans/make-plan.ts';
import type { PlanRules } from '../plans/plan-approval.ts';
import { readReview } from '../plans/stored-plan.ts';
import { requireAccount } from '../role-requests/plan-request.ts';
import type { ServiceDeps } from '../service-deps.ts';

export type PlanSetDeps = Pick<ServiceDeps, 'store' | 'accounts' | 'now'> & PlanRules;

export interface Member {
  readonly set: PlanSetRecord;
  readonly member: PlanSetMemberRecord;
  readonly manifests: ManifestSet;
  readonly account: ManifestAccount;
  readonly context: Pick<JobContext, 'signal' | 'isLastAttempt' | 'log'>;
}

/**
 * Plans one account of a set and keeps what came of it, which may be why it could not be planned.
 * Throws only what may go well in another attempt.
 */
export async function planMember(deps: PlanSetDeps, one: Member): Promise<void> {
  const { set, member, context } = one;
  try {
    const made = await makeMemberPlan(deps, one);
    await deps.store.transaction(async (tx) => {
      const { id: planId } = await keepPlan(tx, deps, made);
      const summary = summaryOf(made);
      await settle(tx, deps, one, { state: 'planned', planId, summary, failure: null });
    });
  } catch (error) {
    if (context.signal.aborted) throw error;
    if (!context.isLastAttempt && !(error instanceof Problem) && mayPass(error)) throw error;
    const about = { planSetId: set.id, accountId: member.accountId };
    context.log.warn({ err: error, ...about }, 'an account of a set was not planned');
    const failure = faultOf(error);
    await deps.store.transaction((tx) =>
      settle(tx, deps, one, { state: 'failed', planId: null, summary: null, failure }),
    );
  }
}

async function makeMemberPlan(
  deps: PlanSetDeps,
  { set, member, manifests, account: named, context }: Member,
): Promise<MadePlan> {
  const account = await requireAccount(deps.store, member.accountId);
  if (account.state !== 'verified') throw problem('account-not-verified');
  if (account.partition !== named.partition)
    throw problem('manifest-invalid', { detail: `It is registered in ${account.partition}.` });
  const { signal } = context;
  const manifest = await manifests.manifestFor(named);
  const about = { account, given: set.request, manifest, madeBy: set.requestedBy };
  return makePlan(deps, { ...about, reference: `plan-sets/${set.id}`, signal });
}

/** Settles a member that waits, and tells of it; one that was settled before stays so. */
export async function settle(
  tx: Transaction,
  { now }: Pick<PlanSetDeps, 'now'>,
  { set, member }: Pick<Member, 'set' | 'member'>,
  outcome: MemberOutcome,
): Promise<void> {
  if (!(await tx.planSets.settleMember(member, outcome))) return;
  const { name, accountId } = member;
  const { state, planId, failure } = outcome;
  tx.audit({
    at: now().toISOString(),
    actor: serviceActor,
    type: state === 'planned' ? 'plan-set.account-planned' : 'plan-set.account-failed',
    subject: `plan-sets/${set.id}`,
    accountId,
    data: { name, accountId, state, planId, failure },
  });
}

/** For people and programs, as the request for this account alone would have been answered. */
export function faultOf(error: unknown): { readonly code: string; readonly message: string } {
  const { code, message, details } = toProblem(error);
  if (!(error instanceof Problem)) return { code, message: failureText(error) };
  const items = (details.errors ?? []).map((item) => item.message);
  return { code, message: [message, ...items].join(' ') };
}

const mostSentences = 100;

function summaryOf({ record, planned, access }: MadePlan): PlanSetMemberSummary {
  const { changes, conflicts } = planned.plan;
  const { grantsMore: isMore, risks, refusals } = readReview(record);
  const kinds = Map.groupBy(changes, ({ kind }) => kind);
  const granted = describeGrants(access.filter(grantsMore));
  return {
    changes: Object.fromEntries([...kinds].map(([kind, all]) => [kind, all.length])),
    operations: changes.reduce((sum, { operations }) => sum + operations.length, 0),
    conflicts: conflicts.length,
    refusals: refusals.length,
    grantsMore: isMore,
    risk: risks[0]?.severity ?? null,
    granted: granted
      .slice(0, mostSentences)
      .map((text) => text.replaceAll(record.accountId, '{account.id}')),
  };
}
