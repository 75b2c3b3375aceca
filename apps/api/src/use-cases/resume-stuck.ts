import type { WorkState } from '../model/records.ts';
import type { JobData } from '../storage/queue/queues.ts';
import type { Store } from '../storage/store.ts';
import { listAccounts } from './accounts/list-accounts.ts';
import { collectAll } from './role-requests/collect-all.ts';
import type { RoleRequestTerms } from './role-requests/terms.ts';
import { isTurn, takeTurn } from './take-turn.ts';

/** A job for what was begun and has not come to its end. */
type Unfinished = {
  readonly [Name in keyof JobData]: { readonly queue: Name; readonly data: JobData[Name] };
}['provision' | 'remove' | 'verify-account' | 'check-run' | 'guide-walk' | 'plan-set' | 'apply'];

/** So many in a transaction, which must not take long. */
const batch = 100;

/**
 * Begins again what has not come to its end and whose job is gone: the queue gives up at some time,
 * processes are killed in a last attempt, and people restore databases. What becomes of work that was
 * cut off is for its job to say. One replica looks, every now and then.
 */
export async function resumeStuck({
  store,
  now,
  terms,
}: {
  readonly store: Store;
  readonly now: () => Date;
  readonly terms: Pick<RoleRequestTerms, 'resumeEvery'>;
}): Promise<void> {
  const turn = { key: 'role-requests.resumed', everySeconds: terms.resumeEvery, now: now() };
  if (!(await isTurn(store, turn))) return;
  const unfinished = await findUnfinished(store);
  if ((await store.transaction((tx) => takeTurn(tx, turn))) === 'not-ours') return;
  for (let start = 0; start < unfinished.length; start += batch) {
    await store.transaction(async (tx) => {
      for (const { queue, data } of unfinished.slice(start, start + batch))
        await tx.enqueue(queue, data, { unlessLive: true });
    });
  }
}

async function findUnfinished(store: Store): Promise<readonly Unfinished[]> {
  const { roleRequests, grants, checkRuns, guideWalks, planSets, applications } = store;
  const requests = await collectAll((query) =>
    roleRequests.list({ ...query, filter: { states: ['approved', 'provisioning'] } }),
  );
  const ending = await collectAll((query) =>
    grants.list({ ...query, filter: { states: ['removing', 'revoking', 'removal-failed'] } }),
  );
  const pending = await listAccounts(store, {
    limit: Number.POSITIVE_INFINITY,
    afterId: undefined,
    environment: undefined,
    state: 'pending',
  });
  const begun = ['queued', 'running'] as const satisfies readonly WorkState[];
  const runs = begun.map((state) =>
    collectAll((query) => checkRuns.list({ ...query, filter: { state } })),
  );
  const walks = begun.map((state) =>
    collectAll((query) => guideWalks.list({ ...query, filter: { state } })),
  );
  const sets = begun.map((state) =>
    collectAll((query) => planSets.list({ ...query, filter: { state } })),
  );
  const applying = begun.map((state) =>
    collectAll((query) => applications.list({ ...query, filter: { state } })),
  );
  return [
    ...requests.map(({ id }) => jobOf('provision', { requestId: id })),
    ...ending.map(({ id }) => jobOf('remove', { grantId: id })),
    ...pending.rows.map(({ id }) => jobOf('verify-account', { accountId: id })),
    ...(await Promise.all(runs)).flat().map(({ id }) => jobOf('check-run', { checkRunId: id })),
    ...(await Promise.all(walks)).flat().map(({ id }) => jobOf('guide-walk', { guideWalkId: id })),
    ...(await Promise.all(sets)).flat().map(({ id }) => jobOf('plan-set', { planSetId: id })),
    ...(await Promise.all(applying)).flat().map(({ id }) => jobOf('apply', { applicationId: id })),
  ];
}

function jobOf<Name extends keyof JobData>(queue: Name, data: JobData[Name]) {
  return { queue, data };
}
