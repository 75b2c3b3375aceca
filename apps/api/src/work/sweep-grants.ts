import type { GrantRecord } from '../model/records.ts';
import { nextGrantState } from '../role-requests/next-grant-state.ts';
import { serviceActor } from './service-actor.ts';
import { type SweepDeps, sweepLimit } from './sweep-deps.ts';

/** Warns of what ends soon, and has removed what has ended. */
export async function sweepGrants(
  deps: Pick<SweepDeps, 'store' | 'now' | 'warningMs'>,
  { signal }: { readonly signal: AbortSignal },
): Promise<void> {
  const { store, now, warningMs } = deps;
  const at = now();
  const due = await store.grants.listDue({
    now: at.toISOString(),
    warnUntil: new Date(at.getTime() + warningMs).toISOString(),
    limit: sweepLimit,
  });
  for (const { due: what, grant } of due) {
    if (signal.aborted) return;
    await step(deps, { grant, what });
  }
}

async function step(
  { store, now }: Pick<SweepDeps, 'store' | 'now'>,
  { grant, what }: { readonly grant: GrantRecord; readonly what: 'expire' | 'warn' },
): Promise<void> {
  const at = now().toISOString();
  const transition = nextGrantState({
    grant,
    event: what === 'expire' ? { kind: 'expire', at } : { kind: 'warn' },
    by: { actor: serviceActor, isAdministrator: false, isApprover: false },
  });
  if (transition.kind === 'problem') return;
  const { state } = transition;
  await store.transaction(async (tx) => {
    const changed = await tx.grants.updateIf(grant.id, grant.revision, { state });
    // Extended or revoked just now: that was what counts.
    if (changed === 'stale' || changed === 'missing') return;
    if (what === 'expire') await tx.enqueue('remove', { grantId: grant.id });
    tx.audit(
      {
        at,
        actor: serviceActor,
        type: what === 'expire' ? 'grant.ended' : 'grant.expiring',
        subject: `grants/${grant.id}`,
        accountId: grant.accountId,
        data: { state, expiresAt: grant.expiresAt },
      },
      // Of the end people are told when the role is gone.
      { notify: what === 'warn' },
    );
  });
}
