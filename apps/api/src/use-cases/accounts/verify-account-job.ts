import type { AccountVerification } from '../../accounts/verify-account.ts';
import type { UseCaseJobs } from '../../work/jobs.ts';
import { serviceActor } from '../../work/service-actor.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { recordAccountEvent } from './record-account-event.ts';

/** Tries an account. What may pass by itself is tried again before it is called a failure. */
export function verifyAccountJob(
  deps: Pick<ServiceDeps, 'store' | 'accounts' | 'now'>,
): UseCaseJobs['verify-account'] {
  return async ({ accountId }, { signal, isLastAttempt }) => {
    const account = await deps.store.accounts.get(accountId);
    if (account?.state !== 'pending') return;
    const found = await deps.accounts.verify(account, signal);
    if (found.kind === 'failed' && found.isPassing && !isLastAttempt) throw new Error(found.reason);
    await deps.store.transaction(async (tx) => {
      const changes = outcomeOf(found);
      const after = await tx.accounts.updateIf(accountId, account.revision, changes);
      // It was changed meanwhile, and then has a job of its own.
      if (typeof after === 'string') return;
      const type = found.kind === 'verified' ? 'account.verified' : 'account.failed';
      recordAccountEvent(tx, after, { type, actor: serviceActor, now: deps.now() });
    });
  };
}

function outcomeOf(found: AccountVerification) {
  switch (found.kind) {
    case 'verified':
      return { state: 'verified', failure: null } as const;
    case 'failed': {
      const failure = found.remedy === null ? found.reason : `${found.reason} ${found.remedy}`;
      return { state: 'failed', failure } as const;
    }
    default:
      return found satisfies never;
  }
}
