import { nextRequestState } from '../role-requests/next-request-state.ts';
import { serviceActor } from './service-actor.ts';
import { type SweepDeps, sweepLimit } from './sweep-deps.ts';

/** Ends what nobody answered in time. */
export async function sweepRequests(
  { store, now }: Pick<SweepDeps, 'store' | 'now'>,
  { signal }: { readonly signal: AbortSignal },
): Promise<void> {
  const at = now().toISOString();
  for (const request of await store.roleRequests.listLapsed(at, sweepLimit)) {
    if (signal.aborted) return;
    const transition = nextRequestState({
      request,
      event: { kind: 'lapse', at },
      by: { actor: serviceActor, isAdministrator: false },
    });
    if (transition.kind === 'problem') continue;
    const { state } = transition;
    await store.transaction(async (tx) => {
      const changes = { state, updatedAt: at };
      const changed = await tx.roleRequests.updateIf(request.id, request.revision, changes);
      if (changed === 'stale' || changed === 'missing') return;
      tx.audit(
        {
          at,
          actor: serviceActor,
          type: 'role-request.lapsed',
          subject: `role-requests/${request.id}`,
          accountId: request.accountId,
          data: { state },
        },
        { notify: true },
      );
    });
  }
}
