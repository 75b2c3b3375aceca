import { sweepRetention } from '../maintenance/sweep-retention.ts';
import type { Log } from './log.ts';
import { sweepDeliveries } from './sweep-deliveries.ts';
import type { SweepDeps } from './sweep-deps.ts';

/** Of the setting that is written by each sweep: by it readiness sees that jobs are worked. */
export const sweptKey = 'sweep';

/**
 * What time brings about, each minute: the truth about it is in the rows, so that nothing depends on
 * a job that was to come at the right moment. One part that fails does not stop the others.
 */
export async function sweep(
  deps: SweepDeps,
  { log, signal }: { readonly log: Log; readonly signal: AbortSignal },
): Promise<void> {
  const parts = {
    life: deps.sweepLife,
    emergencies: deps.remindReviewers,
    ruleChanges: deps.lapseRuleChanges,
    secrets: deps.expireSecrets,
    deliveries: () => sweepDeliveries(deps),
    house: () => sweepRetention(deps),
    auditHead: deps.publishHead,
    deadLetters: deps.reportDeadLetters,
  };
  for (const [part, run] of Object.entries(parts)) {
    if (signal.aborted) return;
    try {
      await run();
    } catch (error) {
      log.error({ err: error, part }, 'a part of the sweep failed');
    }
  }
  await noteSweep(deps);
}

async function noteSweep({ store, now }: SweepDeps): Promise<void> {
  const at = now().toISOString();
  await store.transaction(async (tx) => {
    const before = await tx.settings.get(sweptKey);
    await tx.settings.putIf(sweptKey, before?.revision ?? 0, { value: { at }, updatedAt: at });
  });
}
