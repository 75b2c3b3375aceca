import type { NoticeType } from '../../notify/event-notice.ts';

/** Everything an endpoint may ask for, as the contract names it. */
const names: { readonly [Type in NoticeType]: true } = {
  'role-request.submitted': true,
  'role-request.decided': true,
  'role-request.cancelled': true,
  'role-request.lapsed': true,
  'role-request.provision-failed': true,
  'grant.activated': true,
  'grant.extended': true,
  'grant.expiring': true,
  'grant.expired': true,
  'grant.revoked': true,
  'grant.removal-failed': true,
  'emergency.used': true,
  'emergency.reviewed': true,
  'check-run.completed': true,
  'application.completed': true,
  'rule-change.proposed': true,
  'audit.head': true,
  'webhook.test': true,
};

export function isWebhookEventType(text: string): text is NoticeType {
  return Object.hasOwn(names, text);
}
