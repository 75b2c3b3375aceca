import { eachAccount } from '@rolecall/core';
import type { PlanSetMemberRecord, PlanSetRecord } from '../../model/records.ts';
import { type JobContext, type UseCaseJobs, wasCutOff } from '../../work/jobs.ts';
import { serviceActor } from '../../work/service-actor.ts';
import { countMembers } from './count-members.ts';
import { type PlanSetDeps, planMember, settle } from './plan-member.ts';
import { readManifestSet } from './read-plan-set.ts';

/** As on the command line. What is under way within each account its pacer bounds. */
const accountsAtOnce = 4;

/** Plans each account of a set that waits. One that fails does not keep the others. */
export function planSetJob(deps: PlanSetDeps): UseCaseJobs['plan-set'] {
  const { store } = deps;
  return async ({ planSetId }, context) => {
    const found = await store.planSets.get(planSetId);
    if (found === undefined || found.finishedAt !== null) return;
    const set = await store.transaction((tx) =>
      tx.planSets.updateIf(planSetId, found.revision, { state: 'running' }),
    );
    // Another attempt at the same job is at it.
    if (typeof set === 'string') return;
    const members = await store.planSets.listMembers(planSetId);
    const waiting = members.filter(({ state }) => state === 'waiting');
    if (found.state === 'running' && wasCutOff(context)) await giveUp(deps, set, waiting);
    else await planWaiting(deps, { set, waiting, context });
    await finish(deps, set);
  };
}

async function planWaiting(
  deps: PlanSetDeps,
  {
    set,
    waiting,
    context,
  }: {
    readonly set: PlanSetRecord;
    readonly waiting: readonly PlanSetMemberRecord[];
    readonly context: JobContext;
  },
): Promise<void> {
  const manifests = await readManifestSet(set.request.text);
  const { signal } = context;
  const byId = new Map(waiting.map((member) => [member.accountId, member]));
  const accounts = manifests.accounts.filter(({ id }) => byId.has(id));
  const outcomes = await eachAccount(
    accounts,
    { concurrency: accountsAtOnce, signal },
    async (account) => {
      const member = byId.get(account.id);
      if (member !== undefined)
        await planMember(deps, { set, member, manifests, account, context });
    },
  );
  // The next attempt takes those that are left.
  for (const outcome of outcomes) if (outcome.kind === 'failed') throw outcome.error;
}

async function giveUp(
  deps: PlanSetDeps,
  set: PlanSetRecord,
  waiting: readonly PlanSetMemberRecord[],
): Promise<void> {
  const message = 'It was cut off, however often it was tried.';
  const failure = { code: 'unavailable', message };
  const outcome = { state: 'failed', planId: null, summary: null, failure } as const;
  await deps.store.transaction(async (tx) => {
    for (const member of waiting) await settle(tx, deps, { set, member }, outcome);
  });
}

async function finish({ store, now }: PlanSetDeps, set: PlanSetRecord): Promise<void> {
  const finishedAt = now().toISOString();
  await store.transaction(async (tx) => {
    const members = await tx.planSets.listMembers(set.id);
    const failed = members.filter((member) => member.state === 'failed').map(({ name }) => name);
    const state = failed.length === 0 ? 'succeeded' : 'failed';
    const failure =
      failed.length === 0
        ? null
        : `${failed.length} of ${members.length} accounts could not be planned: ${failed.join(', ')}.`;
    const done = await tx.planSets.updateIf(set.id, set.revision, { state, failure, finishedAt });
    if (typeof done === 'string') return;
    tx.audit(
      {
        at: finishedAt,
        actor: serviceActor,
        type: 'plan-set.completed',
        subject: `plan-sets/${set.id}`,
        accountId: null,
        data: { state, failure, counts: { ...countMembers(members) } },
      },
      { notify: true },
    );
  });
}
