import type { Log } from '../../work/log.ts';
import { serviceActor } from '../../work/service-actor.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { secretEvent } from './secret-event.ts';

const batch = 100;

/**
 * Deletes what nobody fetched in time. The credential may be live all the same, and nobody has it:
 * people are told, since somebody has to reset or take it away.
 */
export async function expireSecrets(
  { store, now }: Pick<ServiceDeps, 'store' | 'now'>,
  log: Log,
): Promise<void> {
  const at = now().toISOString();
  for (const { id } of await store.secrets.listOverdue(at, batch)) {
    await store.transaction(async (tx) => {
      const secret = await tx.secrets.expire(id);
      if (secret === undefined) return;
      const event = secretEvent(secret, 'expired');
      const { settled } = secret;
      tx.audit(
        { ...event, at, actor: serviceActor, data: { ...event.data, settled } },
        { notify: true },
      );
    });
    log.error({ secretId: id }, 'nobody fetched a secret in time: reset or rotate it');
  }
}
