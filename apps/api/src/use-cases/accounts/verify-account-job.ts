import type { AccountVerification } from '../../accounts/verify-account.ts';
import type { AccountRecord } from '../../model/records.ts';
import type { JobContext, UseCaseJobs } from '../../work/jobs.ts';
import { serviceActor } from '../../work/service-actor.ts';
import { failureText } from '../failure-text.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { recordAccountEvent } from './record-account-event.ts';

type Found = AccountVerification | { readonly kind: 'broken'; readonly failure: string };

/** Tries an account. What may pass by itself is tried again before it is called a failure. */
export function verifyAccountJob(
  deps: Pick<ServiceDeps, 'store' | 'accounts' | 'now'>,
): UseCaseJobs['verify-account'] {
  return async ({ accountId }, context) => {
    const account = await deps.store.accounts.get(accountId);
    if (account?.state !== 'pending') return;
    const found = await verify(deps, account, context);
    if (found.kind === 'failed' && found.isPassing && !isFinal(context))
      throw new Error(found.reason);
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

/** In the last attempt a defect of ours is an answer too: nobody waits for one for ever. */
async function verify(
  { accounts }: Pick<ServiceDeps, 'accounts'>,
  account: AccountRecord,
  context: JobContext,
): Promise<Found> {
  try {
    return await accounts.verify(account, context.signal);
  } catch (error) {
    if (!isFinal(context)) throw error;
    context.log.error({ err: error, accountId: account.id }, 'an account was not verified');
    return { kind: 'broken', failure: failureText(error) };
  }
}

/** One that was stopped is no answer: the sweep begins again. */
function isFinal({ isLastAttempt, signal }: JobContext): boolean {
  return isLastAttempt && !signal.aborted;
}

function outcomeOf(found: Found) {
  switch (found.kind) {
    case 'verified':
      return { state: 'verified', failure: null } as const;
    case 'failed': {
      const failure = found.remedy === null ? found.reason : `${found.reason} ${found.remedy}`;
      return { state: 'failed', failure } as const;
    }
    case 'broken':
      return { state: 'failed', failure: found.failure } as const;
    default:
      return found satisfies never;
  }
}
