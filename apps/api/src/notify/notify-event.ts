import type { NoticeConfig } from '../config/config.ts';
import type { RoleAssignment } from '../identity/role-assignments.ts';
import type { DeliveryRecord } from '../model/records.ts';
import type { JobData } from '../storage/queue/queues.ts';
import type { Store } from '../storage/store.ts';
import type { Transaction } from '../storage/transaction.ts';
import { eventNotice } from './event-notice.ts';
import { findRecipients } from './find-recipients.ts';
import { makeDeliveries } from './make-deliveries.ts';

export interface NotifyDeps {
  readonly store: Store;
  readonly notices: NoticeConfig;
  readonly publicUrl: string | null;
  /** Who has which roles. */
  readonly roleAssignments: readonly RoleAssignment[];
  readonly now: () => Date;
}

/** Finds out whom an audit event concerns and puts what they are sent into the outbox. */
export async function notifyEvent(
  { store, notices, publicUrl, roleAssignments, now }: NotifyDeps,
  { sequence }: JobData['notify'],
): Promise<void> {
  const event = await store.auditEvents.get(sequence);
  const notice = event && eventNotice(event);
  if (notice === undefined) return;
  const deliveries = makeDeliveries({
    notice,
    key: `event ${sequence}`,
    endpoints: await store.webhookEndpoints.listEnabled(),
    recipients:
      notices.mail === null ? [] : await findRecipients({ store, roleAssignments }, notice),
    config: { ...notices, publicUrl },
    now: now().toISOString(),
  });
  if (deliveries.length === 0) return;
  await store.transaction((tx) => addDeliveries(tx, deliveries));
}

/** Into the outbox, with the job that sends each; what is there already stays as it is. */
export async function addDeliveries(
  tx: Pick<Transaction, 'deliveries' | 'enqueue'>,
  deliveries: readonly DeliveryRecord[],
): Promise<void> {
  for (const delivery of deliveries) {
    if ((await tx.deliveries.insert(delivery)) === 'exists') continue;
    await tx.enqueue('deliver', { deliveryId: delivery.id });
  }
}
