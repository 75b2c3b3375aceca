import { requireMatch } from '../../http/etag.ts';
import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { SecretRecord } from '../../model/records.ts';
import type { Readers } from '../../storage/readers.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { secretEvent } from './secret-event.ts';

/**
 * Gives the ciphertext out and deletes it, in one transaction. The answer is kept nowhere: lost on
 * its way, it is lost, and the credential has to be reset.
 *
 * @throws Problem
 */
export async function readSecret(
  { store, now }: Pick<ServiceDeps, 'store' | 'now'>,
  caller: Caller,
  { id, ifMatch }: { readonly id: string; readonly ifMatch: string | undefined },
): Promise<{ readonly secret: SecretRecord; readonly ciphertext: string }> {
  return store.transaction(async (tx) => {
    const secret = await tx.secrets.getForUpdate(id);
    if (secret === undefined) throw problem('not-found');
    await requireReader(tx, caller, secret);
    const readAt = now().toISOString();
    requireWaiting(secret, readAt);
    requireMatch(ifMatch, secret.revision);
    const taken = await tx.secrets.take(id, { readBy: caller.actor, readAt });
    if (taken === undefined) throw problem('secret-gone');
    tx.audit({ ...secretEvent(secret, 'read'), at: readAt, actor: caller.actor });
    return taken;
  });
}

/** A machine fetches what came of its own work; an administrator also what others leave lying. */
async function requireReader(
  { applications }: Pick<Readers, 'applications'>,
  { actor, roles }: Caller,
  { applicationId }: SecretRecord,
): Promise<void> {
  if (roles.includes('administrator')) return;
  const application = await applications.get(applicationId);
  if (application?.requestedBy.id === actor.id) return;
  throw problem('forbidden', { detail: 'Another one had the plan carried out.' });
}

function requireWaiting({ state, expiresAt, readBy, readAt }: SecretRecord, now: string): void {
  if (state === 'waiting' && Date.parse(expiresAt) > Date.parse(now)) return;
  const detail =
    state === 'read'
      ? `It was read by ${readBy?.name ?? 'somebody'} at ${readAt ?? 'some time'}.`
      : `Nobody had read it by ${expiresAt}.`;
  throw problem('secret-gone', { detail });
}
