import {
  type Applied,
  applyManifest,
  type Plan,
  RolecallError,
  readReviewedPlan,
} from '@rolecall/core';
import { z } from 'zod';
import type { ApplicationRecord } from '../../model/records.ts';
import type { HeldAccount } from '../../work/hold-account.ts';
import { currentGuardrails } from '../role-requests/current-guardrails.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { applicationJournal } from './application-journal.ts';
import { createProgress } from './application-progress.ts';
import type { Earlier } from './earlier-attempts.ts';
import { leaseOf, openApplication, readApplication } from './open-application.ts';
import { planGiven } from './plan-given.ts';

export type ApplyDeps = Pick<
  ServiceDeps,
  'store' | 'accounts' | 'now' | 'sleep' | 'newId' | 'random'
>;

/**
 * One attempt: plans again and does what of it was reviewed. It goes on where an attempt before was
 * cut off, but for what somebody took back since.
 *
 * @throws RolecallError, `JOURNAL_INVALID` where nothing could be written down; an Error where the
 *   process or its hold on the account came to an end
 */
export async function carryOutApplication(
  deps: ApplyDeps,
  application: ApplicationRecord,
  { held, earlier }: { readonly held: HeldAccount; readonly earlier: Earlier },
): Promise<Applied> {
  const { store, now, sleep, newId } = deps;
  const { id, planId, accountId } = application;
  const { signal } = held;
  const progress = createProgress({ store, now }, { id, accountId });
  try {
    const read = await readApplication(store, application);
    const { manifest, given, plannedAt } = read;
    const { includeRetired } = given;
    const signIns = await openApplication(deps, read, { held, progress });
    if (earlier.attempts > 0) await signIns.settleDoubts();
    const broken: RolecallError[] = [];
    const port = applicationJournal(deps, {
      ...{ application, scope: manifest.scope, held },
      onBroken: (error) => broken.push(error),
    });
    const applied = await applyManifest({
      ...{ manifest, includeRetired, sleep, signal },
      port: signIns.port,
      plan: (guardrails) => planGiven(store, { port: signIns.port, given, manifest, guardrails }),
      reviewed: { ...readReviewedPlan(read.plan, `plan ${planId}`), plannedAt },
      guardrails: await currentGuardrails(store),
      allowReplace: await mayReplace(store, id),
      skipPreflight: false,
      confirm: async (plan) => {
        refuseTakenBack(plan, earlier);
        return true;
      },
      lease: leaseOf(application, now),
      journal: { port, run: newId(), door: `applications/${id}`, now },
      onEvent: progress.add,
    });
    // Another attempt goes on with it.
    if (applied.kind === 'applied' && applied.report.interrupted) {
      signal.throwIfAborted();
      for (const error of broken) throw error;
    }
    return applied;
  } finally {
    await progress.end();
  }
}

/** Whoever stopped it and mended what it did is not to find it done once more. */
function refuseTakenBack({ changes }: Plan, { done }: Earlier): void {
  const again = changes
    .flatMap(({ operations }) => operations)
    .filter(({ id: operation }) => done.has(operation));
  if (again.length === 0) return;
  throw new RolecallError(
    'PLAN_APPLIED',
    `${again.length} of the operations that were carried out before it was cut off would be carried out again: somebody has changed that since.`,
    {
      hint: 'Plan again, and have the new plan reviewed.',
      diagnostics: again.map(({ action, resource }) => ({
        code: 'PLAN_APPLIED',
        message: `${action} on ${resource}`,
      })),
    },
  );
}

const requested = z.object({ allowReplace: z.boolean() });

async function mayReplace({ auditEvents }: ServiceDeps['store'], id: string): Promise<boolean> {
  const filter = { subject: `applications/${id}`, type: 'application.requested' };
  const [event] = await auditEvents.list({ after: 0, limit: 1, filter });
  return requested.parse(event?.data).allowReplace;
}
