import { jsonSchema } from '@rolecall/core';
import type { CheckRunRecord } from '../../model/records.ts';
import { type UseCaseJobs, wasCutOff } from '../../work/jobs.ts';
import { serviceActor } from '../../work/service-actor.ts';
import { failureText } from '../failure-text.ts';
import { mayPass } from '../may-pass.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { toJson } from '../to-json.ts';
import { type CheckedRun, checkForRun } from './check-for-run.ts';

type Deps = Pick<ServiceDeps, 'store' | 'accounts' | 'now'>;

type Outcome =
  | ({ readonly state: 'succeeded' } & CheckedRun)
  | { readonly state: 'failed'; readonly failure: string };

/** Reads the account and runs the checks over it; changes nothing there. */
export function checkRunJob(deps: Deps): UseCaseJobs['check-run'] {
  const { store } = deps;
  return async ({ checkRunId }, context) => {
    const { signal, isLastAttempt, log } = context;
    const found = await store.checkRuns.get(checkRunId);
    if (found === undefined || found.finishedAt !== null) return;
    if (found.state === 'running' && wasCutOff(context)) {
      const failure = 'It was cut off, however often it was tried.';
      await finish(deps, found, { state: 'failed', failure });
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
      if (!isLastAttempt && (signal.aborted || mayPass(error))) throw error;
      log.warn({ err: error, checkRunId }, 'an account was not checked');
      await finish(deps, run, { state: 'failed', failure: failureText(error) });
    }
  };
}

async function check(deps: Deps, run: CheckRunRecord, signal: AbortSignal): Promise<Outcome> {
  const account = await deps.store.accounts.get(run.accountId);
  if (account === undefined) return { state: 'failed', failure: 'The account was removed.' };
  return { state: 'succeeded', ...(await checkForRun(deps, run, { account, signal })) };
}

async function finish(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  run: CheckRunRecord,
  outcome: Outcome,
): Promise<void> {
  const finishedAt = now().toISOString();
  const ended = endOf(outcome);
  await store.transaction(async (tx) => {
    const done = await tx.checkRuns.updateIf(run.id, run.revision, { ...ended, finishedAt });
    if (typeof done === 'string') return;
    if (outcome.state === 'succeeded') {
      await tx.checkRuns.putFindings(run.id, rowsOf(run, outcome));
      await tx.checkRuns.putReport(run.id, toJson(outcome.report));
    }
    tx.audit(
      {
        at: finishedAt,
        actor: serviceActor,
        type: 'check-run.completed',
        subject: `check-runs/${run.id}`,
        accountId: run.accountId,
        data: ended,
      },
      { notify: true },
    );
  });
}

function endOf(outcome: Outcome) {
  switch (outcome.state) {
    case 'succeeded': {
      const { state, counts, openBySeverity, score } = outcome;
      return { state, counts, openBySeverity, score, failure: null };
    }
    case 'failed': {
      const { state, failure } = outcome;
      return { state, counts: {}, openBySeverity: {}, score: null, failure };
    }
    default:
      return outcome satisfies never;
  }
}

function rowsOf({ id: runId }: CheckRunRecord, { findings }: CheckedRun) {
  return findings.map((finding, position) => ({
    runId,
    position,
    outcome: finding.outcome,
    severity: finding.severity,
    finding: jsonSchema.parse(finding),
  }));
}
