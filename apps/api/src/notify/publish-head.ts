import type { KeyObject } from 'node:crypto';
import { type SignedHead, signHead } from '@rolecall/audit';
import { z } from 'zod';
import type { Store } from '../storage/store.ts';
import type { Log } from '../work/log.ts';
import { serviceActor } from '../work/service-actor.ts';
import type { Notice } from './event-notice.ts';
import { makeDeliveries } from './make-deliveries.ts';
import { addDeliveries } from './notify-event.ts';

export interface PublishDeps {
  readonly store: Store;
  readonly auditKey: KeyObject;
  readonly everyMs: number;
  readonly now: () => Date;
  readonly log: Log;
}

/** Of the setting: the head that was handed outside last. */
const publishedHeadKey = 'audit-head';
const published = z.object({ sequence: z.number(), at: z.string() });

/**
 * Signs the head of the audit log and hands it outside, as a line of the log and to the endpoints
 * that want it, when it has moved and its time has come. From then on what came before cannot be
 * rewritten unseen.
 */
export async function publishHead(deps: PublishDeps): Promise<SignedHead | undefined> {
  const { store, auditKey, everyMs, now, log } = deps;
  const at = now().toISOString();
  const setting = await store.settings.get(publishedHeadKey);
  const last = setting && published.parse(setting.value);
  if (last !== undefined && Date.parse(at) < Date.parse(last.at) + everyMs) return undefined;
  const head = await store.auditEvents.head();
  if (head.sequence === (last?.sequence ?? 0)) return undefined;
  const signed = signHead(head, { key: auditKey, at });
  const endpoints = await store.webhookEndpoints.listEnabled();
  const deliveries = makeDeliveries({
    notice: headNotice(signed),
    key: `head ${head.sequence}`,
    endpoints,
    recipients: [],
    config: { slackUrl: null, mail: null, publicUrl: null },
    now: at,
  });
  const won = await store.transaction(async (tx) => {
    const value = { sequence: head.sequence, hash: head.hash, at };
    const put = await tx.settings.putIf(publishedHeadKey, setting?.revision ?? 0, {
      value,
      updatedAt: at,
    });
    if (put === 'stale') return false;
    await addDeliveries(tx, deliveries);
    return true;
  });
  if (!won) return undefined;
  log.info({ auditHead: signed }, 'the head of the audit log was signed');
  return signed;
}

function headNotice(head: SignedHead): Notice {
  return {
    type: 'audit.head',
    timestamp: head.at,
    data: {
      resource: '/v1/audit-events/verification',
      state: null,
      accountId: null,
      actor: serviceActor,
      head,
    },
  };
}
