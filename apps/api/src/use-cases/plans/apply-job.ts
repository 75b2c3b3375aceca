import {
  type Applied,
  type ApplyReport,
  applyManifest,
  jsonSchema,
  RolecallError,
  readReviewedPlan,
} from '@rolecall/core';
import { z } from 'zod';
import type { ApplicationRecord } from '../../model/records.ts';
import { failureOf, incompleteOf } from '../../role-requests/work-failure.ts';
import type { HeldAccount } from '../../work/hold-account.ts';
import { type JobContext, type UseCaseJobs, wasCutOff } from '../../work/jobs.ts';
import { serviceActor } from '../../work/service-actor.ts';
import { failureText } from '../failure-text.ts';
import { currentGuardrails } from '../role-requests/current-guardrails.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { createProgress } from './application-progress.ts';
import { cutOffOutcome } from './cut-off-outcome.ts';
import { leaseOf, openApplication, readApplication } from './open-application.ts';
import { settleLeftDoubts } from './settle-left-doubts.ts';

type ApplyDeps = Pick<ServiceDeps, 'store' | 'accounts' | 'now' | 'sleep' | 'newId' | 'random'>;
type Outcome = Pick<ApplicationRecord, 'state' | 'report' | 'failure'>;

/** Carries out a plan that people have seen, and nothing beyond it. */
export function applyJob(deps: ApplyDeps): UseCaseJobs['apply'] {
  const { store } = deps;
  return async ({ applicationId }, context) => {
    const found = await store.applications.get(applicationId);
    if (found === undefined || found.finishedAt !== null) return;
    await context.holdAccount(found.accountId, async (held) => {
      // People look at how far it came before it is tried once more.
      if (found.state === 'running' && wasCutOff(context)) {
        const outcome = await withoutDoubts(await cutOffOutcome(store, found), () =>
          settleLeftDoubts(deps, found, { held, context }),
        );
        return finish(deps, found, { held, outcome });
      }
      const resumed = found.state === 'running';
      const application = await begin(deps, found);
      if (application === undefined) return;
      const outcome = await withoutDoubts(
        await outcomeOf(deps, application, { held, context, resumed }),
        () => settleLeftDoubts(deps, application, { held, context }),
      );
      await finish(deps, application, { held, outcome });
    });
  };
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
      data: { state: 'running', planId: running.planId },
    });
    return running;
  });
}

interface Attempt {
  readonly held: HeldAccount;
  readonly context: JobContext;
  /** An attempt before was cut off. */
  readonly resumed: boolean;
}

async function outcomeOf(
  deps: ApplyDeps,
  application: ApplicationRecord,
  { held, context, resumed }: Attempt,
): Promise<Outcome> {
  try {
    const applied = await apply(deps, application, { held, resumed });
    switch (applied.kind) {
      case 'nothing-to-do':
        return { state: 'succeeded', report: null, failure: null };
      case 'applied':
        return ofReport(applied.report);
      case 'declined':
        throw new Error('Nobody declines a plan here.');
      default:
        return applied satisfies never;
    }
  } catch (error) {
    if (!context.isLastAttempt && mayPass(error, held)) throw error;
    context.log.warn({ err: error, applicationId: application.id }, 'a plan was not carried out');
    return { state: 'failed', report: null, failure: failureText(error) };
  }
}

async function apply(
  deps: ApplyDeps,
  application: ApplicationRecord,
  { held, resumed }: Pick<Attempt, 'held' | 'resumed'>,
): Promise<Applied> {
  const { store, now, sleep } = deps;
  const { id, planId, accountId } = application;
  const { signal } = held;
  const progress = createProgress({ store, now }, { id, accountId });
  try {
    const read = await readApplication(store, application);
    const signIns = await openApplication(deps, read, { held, progress });
    if (resumed) await signIns.settleDoubts();
    return await applyManifest({
      manifest: read.manifest,
      includeRetired: read.includeRetired,
      port: signIns.port,
      reviewed: readReviewedPlan(read.plan, `plan ${planId}`),
      guardrails: await currentGuardrails(store),
      allowReplace: await mayReplace(store, id),
      skipPreflight: false,
      confirm: async () => true,
      sleep,
      signal,
      lease: leaseOf(application, now),
      onEvent: progress.add,
    });
  } finally {
    await progress.end();
  }
}

const requested = z.object({ allowReplace: z.boolean() });

async function mayReplace({ auditEvents }: ServiceDeps['store'], id: string): Promise<boolean> {
  const filter = { subject: `applications/${id}`, type: 'application.requested' };
  const [event] = await auditEvents.list({ after: 0, limit: 1, filter });
  return requested.parse(event?.data).allowReplace;
}

function ofReport(report: ApplyReport): Outcome {
  const stored = jsonSchema.parse(JSON.parse(JSON.stringify(report)));
  if (report.complete) return { state: 'succeeded', report: stored, failure: null };
  const { message, details } = incompleteOf(report);
  return { state: 'failed', report: stored, failure: [message, ...details.slice(0, 20)].join(' ') };
}

/** Stopping and what AWS may do another time are no answer to the plan; nor is a defect of ours. */
function mayPass(error: unknown, { signal }: HeldAccount): boolean {
  return signal.aborted || !(error instanceof RolecallError) || failureOf(error).retry;
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
