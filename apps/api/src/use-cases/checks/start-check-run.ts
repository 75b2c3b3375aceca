import { findCheck, findProfile, nearestName, profileNames } from '@rolecall/core';
import { type ProblemItem, problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { CheckRunRecord, CheckRunRequest } from '../../model/records.ts';
import type { Answering } from '../role-requests/deps.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { chooseChecks } from './choose-checks.ts';
import { requireExceptions } from './given-exceptions.ts';

/**
 * Has an account checked: by a profile, by the checks that are named, or by all but those that run
 * only when they are named.
 *
 * @throws Problem
 */
export async function startCheckRun<Answered>(
  deps: Pick<ServiceDeps, 'store' | 'now' | 'newId'>,
  caller: Caller,
  { accountId, request }: { readonly accountId: string; readonly request: CheckRunRequest },
  answer: Answering<CheckRunRecord, Answered>,
): Promise<Answered> {
  const now = deps.now();
  refuseUnknown(request);
  requireExceptions(request.exceptions, now);
  const chosen = chooseChecks(request).checks.map(({ id }) => id);
  return deps.store.transaction(async (tx) => {
    const account = await tx.accounts.get(accountId);
    if (account === undefined) throw problem('not-found');
    if (account.state !== 'verified') throw problem('account-not-verified');
    const run: CheckRunRecord = {
      id: deps.newId(),
      accountId,
      state: 'queued',
      requestedBy: caller.actor,
      request,
      counts: {},
      openBySeverity: {},
      score: null,
      failure: null,
      revision: 1,
      createdAt: now.toISOString(),
      finishedAt: null,
    };
    await tx.checkRuns.insert(run);
    const { profile, settings, exceptions, fresh, fixes } = request;
    tx.audit({
      at: run.createdAt,
      actor: caller.actor,
      type: 'check-run.started',
      subject: `check-runs/${run.id}`,
      accountId,
      data: {
        ...{ state: run.state, profile, checks: chosen, settings },
        ...{ exceptions: [...exceptions], fresh, fixes },
      },
    });
    await tx.enqueue('check-run', { checkRunId: run.id });
    return answer(tx, run);
  });
}

function refuseUnknown({ profile, checks }: CheckRunRequest): void {
  const errors: ProblemItem[] = (checks ?? []).flatMap((id, index) =>
    findCheck(id) === undefined
      ? [{ pointer: `/checks/${index}`, message: `There is no check "${id}".` }]
      : [],
  );
  if (profile !== null && findProfile(profile) === undefined) {
    const near = nearestName(profile, profileNames);
    const hint = near === undefined ? 'See /v1/check-profiles.' : `Did you mean "${near}"?`;
    errors.push({ pointer: '/profile', message: `There is no profile "${profile}".`, hint });
  }
  if (profile !== null && checks !== null)
    errors.push({
      pointer: '/checks',
      message: 'A profile says which checks run: leave them out.',
    });
  if (errors.length > 0) throw problem('body-invalid', { errors });
}
