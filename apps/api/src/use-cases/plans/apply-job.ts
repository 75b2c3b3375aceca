import { RolecallError } from '@rolecall/core';
import type { ApplicationRecord } from '../../model/records.ts';
import type { HeldAccount } from '../../work/hold-account.ts';
import type { JobContext, UseCaseJobs } from '../../work/jobs.ts';
import { serviceActor } from '../../work/service-actor.ts';
import { mayPass } from '../may-pass.ts';
import {
  type Attempted,
  endedOutcome,
  type Outcome,
  stoppedOutcome,
} from './application-outcome.ts';
import { type ApplyDeps, carryOutApplication } from './carry-out-application.ts';
import { readEarlier } from './earlier-attempts.ts';
import { settleLeftDoubts } from './settle-left-doubts.ts';
import { readPlan } from './stored-plan.ts';

/** What kills its process each time is not tried for ever. */
const mostAttempts = 10;

/**
 * Carries out a plan that people have seen, and nothing beyond it. What was cut off goes on, in this
 * job or another: what was begun stands in the journal.
 */
export function applyJob(deps: ApplyDeps): UseCaseJobs['apply'] {
  const { store } = deps;
  return async ({ applicationId }, context) => {
    const found = await store.applications.get(applicationId);
    if (found === undefined || found.finishedAt !== null) return;
    await context.holdAccount(found.accountId, async (held) => {
      const attempted = await readAttempted(deps, found);
      const { attempts } = attempted.earlier;
      const application = await begin(deps, found, attempts + 1);
      if (application === undefined) return;
      const outcome =
        attempts < mostAttempts
          ? await outcomeOf(deps, application, { held, context, attempted })
          : stoppedOutcome(attempted, `It was cut off ${attempts} times.`);
      const settled = await withoutDoubts(outcome, () =>
        settleLeftDoubts(deps, application, { held, context }),
      );
      await finish(deps, application, { held, outcome: settled });
    });
  };
}

async function readAttempted(
  { store }: ApplyDeps,
  { id, accountId, planId }: ApplicationRecord,
): Promise<Attempted> {
  const record = await store.plans.get(planId);
  if (record === undefined) throw new Error(`Plan ${planId} is not there.`);
  const plan = readPlan(record);
  return { plan, earlier: await readEarlier(store, { id, accountId, scope: plan.scope }) };
}

/** What failed is not carried on by itself, so that nothing is left to the next attempt. */
async function withoutDoubts(
  outcome: Outcome,
  settle: () => Promise<string | undefined>,
): Promise<Outcome> {
  if (outcome.state !== 'failed') return outcome;
  const unsettled = await settle();
  const failure = [outcome.failure, unsettled].filter((text) => typeof text === 'string').join(' ');
  return { ...outcome, failure };
}

async function begin(
  { store, now }: ApplyDeps,
  { id, revision, accountId }: ApplicationRecord,
  attempt: number,
): Promise<ApplicationRecord | undefined> {
  return store.transaction(async (tx) => {
    const running = await tx.applications.updateIf(id, revision, { state: 'running' });
    // Another attempt at the same job was before us.
    if (typeof running === 'string') return undefined;
    tx.audit({
      at: now().toISOString(),
      actor: serviceActor,
      type: 'application.started',
      subject: `applications/${id}`,
      accountId,
      data: { state: 'running', planId: running.planId, attempt },
    });
    return running;
  });
}

interface Attempt {
  readonly held: HeldAccount;
  readonly context: JobContext;
  readonly attempted: Attempted;
}

async function outcomeOf(
  deps: ApplyDeps,
  application: ApplicationRecord,
  { held, context, attempted }: Attempt,
): Promise<Outcome> {
  try {
    const { earlier } = attempted;
    const applied = await carryOutApplication(deps, application, { held, earlier });
    switch (applied.kind) {
      case 'nothing-to-do':
        return endedOutcome(attempted, null);
      case 'applied':
        return endedOutcome(attempted, applied.report);
      case 'declined':
        throw new Error('Nobody declines a plan here.');
      default:
        return applied satisfies never;
    }
  } catch (error) {
    // Whoever comes after us goes on with it. What AWS may do another time is no answer to the plan.
    const isOurs = held.signal.aborted || isBrokenJournal(error);
    if (isOurs || (!context.isLastAttempt && mayPass(error))) throw error;
    context.log.warn({ err: error, applicationId: application.id }, 'a plan was not carried out');
    return stoppedOutcome(attempted, error);
  }
}

/** The database was away for a moment: that says nothing of the plan. */
function isBrokenJournal(error: unknown): boolean {
  return error instanceof RolecallError && error.code === 'JOURNAL_INVALID';
}

async function finish(
  { store, now }: ApplyDeps,
  { id, revision, accountId, planId }: ApplicationRecord,
  { held, outcome }: { readonly held: HeldAccount; readonly outcome: Outcome },
): Promise<void> {
  const finishedAt = now().toISOString();
  await store.transaction(async (tx) => {
    await held.confirm(tx);
    const done = await tx.applications.updateIf(id, revision, { ...outcome, finishedAt });
    if (typeof done === 'string') return;
    tx.audit(
      {
        at: finishedAt,
        actor: serviceActor,
        type: 'application.completed',
        subject: `applications/${id}`,
        accountId,
        data: { state: outcome.state, planId, failure: outcome.failure },
      },
      { notify: true },
    );
  });
}
