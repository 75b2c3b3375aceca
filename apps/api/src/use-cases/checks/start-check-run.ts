import { checks, findCheck } from '@rolecall/core';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { CheckRunRecord } from '../../model/records.ts';
import type { Answering } from '../role-requests/deps.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * Has an account checked; by all checks but those that run only when they are named, or by these.
 *
 * @throws Problem
 */
export async function startCheckRun<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'newId'>,
  caller: Caller,
  input: { readonly accountId: string; readonly checks: readonly string[] | undefined },
  answer: Answering<CheckRunRecord, Answered>,
): Promise<Answered> {
  const { accountId } = input;
  const chosen = input.checks ?? checks.filter(({ optIn }) => optIn !== true).map(({ id }) => id);
  refuseUnknown(chosen);
  return deps.store.transaction(async (tx) => {
    const account = await tx.accounts.get(accountId);
    if (account === undefined) throw problem('not-found');
    if (account.state !== 'verified') throw problem('account-not-verified');
    const run: CheckRunRecord = {
      id: deps.newId(),
      accountId,
      state: 'queued',
      requestedBy: caller.actor,
      counts: {},
      failure: null,
      revision: 1,
      createdAt: deps.now().toISOString(),
      finishedAt: null,
    };
    await tx.checkRuns.insert(run);
    // The job reads from the event which checks were asked for.
    tx.audit({
      at: run.createdAt,
      actor: caller.actor,
      type: 'check-run.started',
      subject: `check-runs/${run.id}`,
      accountId,
      data: { state: run.state, checks: chosen },
    });
    await tx.enqueue('check-run', { checkRunId: run.id });
    return answer(tx, run);
  });
}

function refuseUnknown(ids: readonly string[]): void {
  const errors = ids.flatMap((id, index) =>
    findCheck(id) === undefined
      ? [{ pointer: `/checks/${index}`, message: `There is no check "${id}".` }]
      : [],
  );
  if (errors.length > 0) throw problem('body-invalid', { errors });
}
