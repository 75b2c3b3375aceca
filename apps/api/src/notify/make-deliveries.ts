import { createHash } from 'node:crypto';
import type { NoticeConfig } from '../config/config.ts';
import type { DeliveryRecord, WebhookEndpoint } from '../model/records.ts';
import { uuidV7 } from '../storage/uuid-v7.ts';
import { describeNotice } from './describe-notice.ts';
import type { Notice } from './event-notice.ts';
import { slackMessage } from './slack-message.ts';

export interface DeliveryInput {
  readonly notice: Notice;
  /** Tells this notice from every other one; the same again gives the same ids. */
  readonly key: string;
  readonly endpoints: readonly WebhookEndpoint[];
  /** As rules name them. */
  readonly recipients: readonly string[];
  readonly config: Pick<NoticeConfig, 'slackUrl' | 'mail'> & { readonly publicUrl: string | null };
  /** ISO 8601. */
  readonly now: string;
}

/** What has to be sent because of a notice, to each who wants it. */
export function makeDeliveries(input: DeliveryInput): readonly DeliveryRecord[] {
  const { notice, endpoints, recipients, config } = input;
  const { subject, text } = describeNotice(notice, config.publicUrl);
  const wanting = endpoints.filter(({ events }) => events.includes(notice.type));
  const addresses = config.mail?.addresses ?? {};
  const mailed = new Set(
    recipients.flatMap((who) => (Object.hasOwn(addresses, who) ? (addresses[who] ?? []) : [])),
  );
  const inChat = config.slackUrl !== null && !quietInChat.has(notice.type);
  return [
    ...wanting.map(({ id }) => pending(input, { channel: 'webhook', target: id, payload: notice })),
    ...(inChat
      ? [pending(input, { channel: 'slack', target: 'slack', payload: slackMessage(text) })]
      : []),
    ...[...mailed].map((target) =>
      pending(input, { channel: 'email', target, payload: { subject, text } }),
    ),
  ];
}

/** Of interest to machines only. */
const quietInChat: ReadonlySet<Notice['type']> = new Set(['audit.head', 'webhook.test']);

function pending(
  { notice, key, now }: DeliveryInput,
  to: Pick<DeliveryRecord, 'channel' | 'target' | 'payload'>,
): DeliveryRecord {
  const digest = createHash('sha256').update(`${key}|${to.channel}|${to.target}`).digest();
  return {
    ...to,
    // Made of what it is about: a job that comes twice tells nobody twice.
    id: uuidV7(notice.timestamp, digest),
    eventType: notice.type,
    state: 'pending',
    attempts: 0,
    nextAttemptAt: now,
    failure: null,
    createdAt: now,
    deliveredAt: null,
  };
}
