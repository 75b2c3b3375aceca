import type { Caller } from '../../identity/caller.ts';
import type { WebhookEndpoint } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';

export interface WebhookEvent {
  readonly type: `webhook-endpoint.${'created' | 'changed' | 'removed' | 'secret-rotated' | 'tested'}`;
  readonly caller: Caller;
  readonly now: Date;
}

export function recordWebhookEvent(
  tx: Pick<Transaction, 'audit'>,
  { id, url, events, state }: WebhookEndpoint,
  { type, caller, now }: WebhookEvent,
): void {
  tx.audit({
    at: now.toISOString(),
    actor: caller.actor,
    type,
    subject: `webhook-endpoints/${id}`,
    accountId: null,
    data: { url, events, state },
  });
}
