import { findGuide } from '@rolecall/core';
import type { GuideWalkRecord } from '../../model/records.ts';
import { type UseCaseJobs, wasCutOff } from '../../work/jobs.ts';
import { serviceActor } from '../../work/service-actor.ts';
import { failureText } from '../failure-text.ts';
import { mayPass } from '../may-pass.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { toJson } from '../to-json.ts';
import { type Walked, walkForAccount } from './walk-for-account.ts';

type Deps = Pick<ServiceDeps, 'store' | 'accounts' | 'now'>;

type Outcome =
  | ({ readonly state: 'succeeded' } & Walked)
  | { readonly state: 'failed'; readonly failure: string };

/** Reads the account and walks the guide over it; changes nothing there. */
export function guideWalkJob(deps: Deps): UseCaseJobs['guide-walk'] {
  const { store } = deps;
  return async ({ guideWalkId }, context) => {
    const { signal, isLastAttempt, log } = context;
    const found = await store.guideWalks.get(guideWalkId);
    if (found === undefined || found.finishedAt !== null) return;
    if (found.state === 'running' && wasCutOff(context)) {
      const failure = 'It was cut off, however often it was tried.';
      await finish(deps, found, { state: 'failed', failure });
      return;
    }
    const walk = await store.transaction((tx) =>
      tx.guideWalks.updateIf(guideWalkId, found.revision, { state: 'running' }),
    );
    // Another attempt at the same job is at it.
    if (typeof walk === 'string') return;
    try {
      await finish(deps, walk, await walkGuide(deps, walk, signal));
    } catch (error) {
      if (!isLastAttempt && (signal.aborted || mayPass(error))) throw error;
      log.warn({ err: error, guideWalkId }, 'a guide was not walked');
      await finish(deps, walk, { state: 'failed', failure: failureText(error) });
    }
  };
}

async function walkGuide(
  { store, accounts, now }: Deps,
  { id, accountId, guide: guideId, request }: GuideWalkRecord,
  signal: AbortSignal,
): Promise<Outcome> {
  const account = await store.accounts.get(accountId);
  if (account === undefined) return { state: 'failed', failure: 'The account was removed.' };
  const guide = findGuide(guideId);
  if (guide === undefined) return { state: 'failed', failure: 'There is no such guide any more.' };
  const reference = `guide-walks/${id}`;
  const port = await accounts.open(account, { purpose: 'plan', reference, signal });
  const walked = await walkForAccount({ guide, request, account, port, now: now() });
  return { state: 'succeeded', ...walked };
}

async function finish(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  walk: GuideWalkRecord,
  outcome: Outcome,
): Promise<void> {
  const finishedAt = now().toISOString();
  const { state } = outcome;
  const counts = outcome.state === 'succeeded' ? outcome.counts : {};
  const failure = outcome.state === 'succeeded' ? null : outcome.failure;
  const result = outcome.state === 'succeeded' ? toJson(outcome.result) : null;
  await store.transaction(async (tx) => {
    const ended = { state, counts, failure, result, finishedAt };
    const done = await tx.guideWalks.updateIf(walk.id, walk.revision, ended);
    if (typeof done === 'string') return;
    tx.audit(
      {
        at: finishedAt,
        actor: serviceActor,
        type: 'guide-walk.completed',
        subject: `guide-walks/${walk.id}`,
        accountId: walk.accountId,
        data: { state, guide: walk.guide, counts, failure },
      },
      { notify: true },
    );
  });
}
