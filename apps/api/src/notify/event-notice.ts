import type { Schema } from '@rolecall/contract';
import type { AuditEvent } from '../model/records.ts';

/** What endpoints may ask for. */
export type NoticeType = Schema<'WebhookEventType'>;

/** What endpoints receive: thin, so that whoever may read more has to ask for it. */
export type Notice = Schema<'WebhookEvent'>;

/** Audit events that the outside is told of; each is called so there too. */
const told = [
  'role-request.submitted',
  'role-request.decided',
  'role-request.cancelled',
  'role-request.lapsed',
  'role-request.provision-failed',
  'grant.activated',
  'grant.extended',
  'grant.expiring',
  'grant.expired',
  'grant.revoked',
  'grant.removal-failed',
  'grant.recertification-due',
  'emergency.used',
  'emergency.reviewed',
  'emergency.review-due',
  'check-run.completed',
  'guide-walk.completed',
  'plan-set.completed',
  'plan.approval-needed',
  'application.completed',
  'secret.expired',
  'rule-change.proposed',
] as const satisfies readonly NoticeType[];

/** The notice of an audit event; undefined for those that stay inside. */
export function eventNotice(event: AuditEvent): Notice | undefined {
  const type = told.find((one) => one === event.type);
  if (type === undefined) return undefined;
  return {
    type,
    timestamp: event.at,
    data: {
      resource: `/v1/${event.subject}`.slice(0, longest),
      state: stateOf(event.data),
      accountId: event.accountId,
      actor: {
        kind: event.actor.kind,
        id: event.actor.id.slice(0, longest),
        name: event.actor.name.slice(0, longest),
      },
    },
  };
}

/** Names come from tokens; with this a notice stays far below 20 kB. */
const longest = 500;

function stateOf(data: AuditEvent['data']): string | null {
  if (typeof data !== 'object' || data === null || !('state' in data)) return null;
  return typeof data.state === 'string' ? data.state : null;
}
