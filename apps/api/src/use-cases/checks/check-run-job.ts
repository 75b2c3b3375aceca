import {
  checkAccount,
  defaultCheckSettings,
  type Finding,
  findCheck,
  jsonSchema,
} from '@rolecall/core';
import { z } from 'zod';
import type { CheckRunRecord } from '../../model/records.ts';
import { failureOf } from '../../role-requests/work-failure.ts';
import type { Readers } from '../../storage/readers.ts';
import { type UseCaseJobs, wasCutOff } from '../../work/jobs.ts';
import { serviceActor } from '../../work/service-actor.ts';
import { failureText } from '../failure-text.ts';
import type { ServiceDeps } from '../service-deps.ts';

type Outcome = Pick<CheckRunRecord, 'state' | 'counts' | 'failure'> & {
  readonly findings: readonly Finding[];
};

/** Reads the account and runs the checks over it; changes nothing there. */
export function checkRunJob(
  deps: Pick<ServiceDeps, 'store' | 'accounts' | 'now'>,
): UseCaseJobs['check-run'] {
  const { store } = deps;
  return async ({ checkRunId }, context) => {
    const { signal, isLastAttempt, log } = context;
    const found = await store.checkRuns.get(checkRunId);
    if (found === undefined || found.finishedAt !== null) return;
    if (found.state === 'running' && wasCutOff(context)) {
      const failure = 'It was cut off, however often it was tried.';
      await finish(deps, found, { state: 'failed', counts: {}, failure, findings: [] });
      return;
    }
    const run = await store.transaction((tx) =>
      tx.checkRuns.updateIf(checkRunId, found.revision, { state: 'running' }),
    );
    // Another attempt at the same job is at it.
    if (typeof run === 'string') return;
    try {
      await finish(deps, run, await check(deps, run, signal));
    } catch (error) {
      if (!isLastAttempt && (signal.aborted || isPassing(error))) throw error;
      log.warn({ err: error, checkRunId }, 'an account was not checked');
      const failure = failureText(error);
      await finish(deps, run, { state: 'failed', counts: {}, failure, findings: [] });
    }
  };
}

async function check(
  { store, accounts, now }: Pick<ServiceDeps, 'store' | 'accounts' | 'now'>,
  { id, accountId }: CheckRunRecord,
  signal: AbortSignal,
): Promise<Outcome> {
  const account = await store.accounts.get(accountId);
  if (account === undefined)
    return { state: 'failed', counts: {}, failure: 'The account was removed.', findings: [] };
  const port = await accounts.open(account, {
    purpose: 'plan',
    reference: `check-runs/${id}`,
    signal,
  });
  const { findings } = await checkAccount({
    port,
    checks: (await chosenChecks(store, id)).flatMap((one) => findCheck(one) ?? []),
    settings: defaultCheckSettings,
    now: now(),
  });
  const counts = Object.fromEntries(
    [...Map.groupBy(findings, ({ outcome }) => outcome)].map(([name, all]) => [name, all.length]),
  );
  return { state: 'succeeded', counts, failure: null, findings };
}

const started = z.object({ checks: z.array(z.string()) });

async function chosenChecks(
  { auditEvents }: Pick<Readers, 'auditEvents'>,
  id: string,
): Promise<readonly string[]> {
  const filter = { subject: `check-runs/${id}`, type: 'check-run.started' };
  const [event] = await auditEvents.list({ after: 0, limit: 1, filter });
  return started.parse(event?.data).checks;
}

async function finish(
  { store, now }: Pick<ServiceDeps, 'store' | 'now'>,
  run: CheckRunRecord,
  { findings, ...outcome }: Outcome,
): Promise<void> {
  const finishedAt = now().toISOString();
  const rows = findings.map((finding, position) => ({
    runId: run.id,
    position,
    outcome: finding.outcome,
    severity: finding.severity,
    finding: jsonSchema.parse(finding),
  }));
  await store.transaction(async (tx) => {
    const done = await tx.checkRuns.updateIf(run.id, run.revision, { ...outcome, finishedAt });
    if (typeof done === 'string') return;
    await tx.checkRuns.putFindings(run.id, rows);
    tx.audit(
      {
        at: finishedAt,
        actor: serviceActor,
        type: 'check-run.completed',
        subject: `check-runs/${run.id}`,
        accountId: run.accountId,
        data: { ...outcome },
      },
      { notify: true },
    );
  });
}

function isPassing(error: unknown): boolean {
  try {
    return failureOf(error).retry;
  } catch {
    return true;
  }
}
