import { z } from 'zod';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { ApplicationRecord, PlanRecord } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { currentGuardrails } from '../role-requests/current-guardrails.ts';
import type { Answering } from '../role-requests/deps.ts';
import { requireAccount } from '../role-requests/plan-request.ts';
import { isSamePerson, personBehind } from '../same-person.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { isReviewedElsewhere, needsApproval, type PlanRules } from './plan-approval.ts';
import { readPlan, readReview } from './stored-plan.ts';

/**
 * Has a plan carried out. One that was carried out, or is about to be, is not carried out again
 * before it is made anew;
 * one that failed may be, and goes on where it broke off.
 *
 * @throws Problem
 */
export async function requestApplication<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'newId'> & PlanRules,
  caller: Caller,
  { planId, allowReplace }: { readonly planId: string; readonly allowReplace: boolean },
  answer: Answering<ApplicationRecord, Answered>,
): Promise<Answered> {
  return deps.store.transaction(async (tx) => {
    const application = await requestInTransaction(tx, deps, { caller, planId, allowReplace });
    return answer(tx, application);
  });
}

/**
 * The same, among other things. Where it throws it has changed nothing, so that the transaction can
 * go on.
 */
export async function requestInTransaction(
  tx: Transaction,
  rules: Pick<ServiceDeps, 'now' | 'newId'> & PlanRules,
  {
    caller,
    planId,
    allowReplace,
  }: { readonly caller: Caller; readonly planId: string; readonly allowReplace: boolean },
): Promise<ApplicationRecord> {
  const plan = await tx.plans.getForUpdate(planId);
  if (plan === undefined) throw unknownPlan();
  const account = await requireAccount(tx, plan.accountId);
  if (account.state !== 'verified') throw problem('account-not-verified');
  await refuseAsPlanned(tx, plan, allowReplace);
  await requireApproved(tx, { rules, caller, plan });
  const application: ApplicationRecord = {
    id: rules.newId(),
    planId,
    accountId: plan.accountId,
    state: 'queued',
    requestedBy: caller.actor,
    report: null,
    failure: null,
    revision: 1,
    createdAt: rules.now().toISOString(),
    finishedAt: null,
  };
  await claimPlan(tx, application, plan);
  await tx.applications.insert(application);
  // The job reads from the event what was allowed.
  tx.audit({
    at: application.createdAt,
    actor: caller.actor,
    type: 'application.requested',
    subject: `applications/${application.id}`,
    accountId: plan.accountId,
    data: { state: application.state, planId, allowReplace },
  });
  await tx.enqueue('apply', { applicationId: application.id });
  return application;
}

function unknownPlan(): Error {
  const message = 'There is no such plan.';
  return problem('body-invalid', { errors: [{ pointer: '/planId', message }] });
}

/** What grants something takes two: whoever carries it out, and an approver who is somebody else. */
async function requireApproved(
  tx: Transaction,
  {
    rules,
    caller,
    plan,
  }: { readonly rules: PlanRules; readonly caller: Caller; readonly plan: PlanRecord },
): Promise<void> {
  const { decision } = plan;
  if (decision?.decision === 'reject')
    throw problem('approval-needed', { detail: 'An approver has rejected the plan.' });
  if (!needsApproval(rules, plan) || isReviewedElsewhere(rules, caller)) return;
  if (decision === null) throw problem('approval-needed');
  const person = await personBehind(tx, caller.actor);
  const carrier = person === caller.actor.id ? caller : { actor: { ...caller.actor, id: person } };
  if (await isSamePerson(tx, carrier, decision.by.id)) throw problem('self-approval');
}

/** What would be refused anyway is refused at once. */
async function refuseAsPlanned(
  tx: Transaction,
  record: PlanRecord,
  allowReplace: boolean,
): Promise<void> {
  const plan = readPlan(record);
  const { refusals } = readReview(record);
  if ((await currentGuardrails(tx)).digest !== plan.guardrails)
    throw problem('plan-changed', { detail: 'The guardrails are others by now; plan again.' });
  if (refusals.length > 0)
    throw problem('guardrail-refused', {
      errors: refusals.map(({ rule, message, hint }) => ({ code: rule, message, hint })),
    });
  if (plan.conflicts.length > 0)
    throw problem('plan-conflict', {
      errors: plan.conflicts.map(({ resource, message, hint }) => ({
        message: `${resource}: ${message}`,
        hint,
      })),
    });
  const replaced = plan.changes.filter(({ kind }) => kind === 'replace');
  if (replaced.length > 0 && !allowReplace)
    throw problem('replace-refused', {
      errors: replaced.map(({ resource, warnings }) => ({
        message: `${resource}: ${warnings.join(' ')}`,
      })),
    });
}

const claim = z.object({ applicationId: z.string() });

const keyOf = (planId: string) => `application-of-plan/${planId}`;

/**
 * The application that carries a plan out, or has since it was made; undefined where it is free. One
 * that is not kept any more holds nothing.
 */
export async function applicationHolding(
  tx: Pick<Transaction, 'settings' | 'applications'>,
  { id, createdAt }: Pick<PlanRecord, 'id' | 'createdAt'>,
): Promise<ApplicationRecord | undefined> {
  const held = await tx.settings.get(keyOf(id));
  if (held === undefined) return undefined;
  const other = await tx.applications.get(claim.parse(held.value).applicationId);
  if (other === undefined || other.state === 'failed') return undefined;
  const isOlder = other.finishedAt !== null && other.finishedAt < createdAt;
  return isOlder ? undefined : other;
}

/** Of two who ask at once, one finds the setting changed under its revision. */
async function claimPlan(
  tx: Transaction,
  application: ApplicationRecord,
  plan: PlanRecord,
): Promise<void> {
  const { id, planId, createdAt } = application;
  const key = keyOf(planId);
  const held = await tx.settings.get(key);
  const other = await applicationHolding(tx, plan);
  if (other !== undefined) throw alreadyApplied(other.id);
  const value = { applicationId: id };
  const put = await tx.settings.putIf(key, held?.revision ?? 0, { value, updatedAt: createdAt });
  if (put === 'stale') throw alreadyApplied(undefined);
}

function alreadyApplied(id: string | undefined): Error {
  return problem('state-conflict', {
    detail: id === undefined ? 'The plan is being applied.' : `Application ${id} carries it out.`,
  });
}
