import type { Actor } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { serviceActor } from '../../work/service-actor.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { readRuleChange } from './rule-change.ts';
import { targetOf } from './rule-edit.ts';

/** Ends the changes of the rules about which nobody has decided in time. */
export async function lapseRuleChanges({
  store,
  now,
  ruleChangeMs,
}: Pick<ServiceDeps, 'store' | 'now' | 'ruleChangeMs'>): Promise<void> {
  const by = new Date(now().getTime() - ruleChangeMs).toISOString();
  const ending = { state: 'lapsed', actor: serviceActor, comment: '' } as const;
  for (const id of await store.ruleChanges.listPending({ by }))
    await store.transaction((tx) => endRuleChange(tx, now(), { id, ...ending }));
}

/** Ends a change that waits, without making it; one that was decided meanwhile stays as it is. */
export async function endRuleChange(
  tx: Transaction,
  now: Date,
  ending: {
    readonly id: string;
    readonly state: 'lapsed' | 'withdrawn';
    readonly actor: Actor;
    readonly comment: string;
  },
): Promise<void> {
  const { id, state, actor, comment } = ending;
  const change = await tx.ruleChanges.getForUpdate(id);
  if (change?.state !== 'pending') return;
  const at = now.toISOString();
  await tx.ruleChanges.updateIf(id, change.revision, {
    ...{ state, comment, decidedBy: actor, decidedAt: at },
  });
  const target = targetOf(readRuleChange(change).edit);
  tx.audit({
    ...{ at, actor, type: `rule-change.${state}`, subject: `rule-changes/${id}`, accountId: null },
    data: { state, comment, target },
  });
}
