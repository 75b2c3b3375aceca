import type { Schema } from '@rolecall/contract';

type WebhookEventType = Schema<'WebhookEventType'>;

/** Everything an endpoint may ask for, as the contract names it. */
const names: { readonly [Type in WebhookEventType]: true } = {
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
  'grant.recertification-due': true,
  'emergency.review-due': true,
  'emergency.used': true,
  'emergency.reviewed': true,
  'check-run.completed': true,
  'guide-walk.completed': true,
  'plan-set.completed': true,
  'plan.approval-needed': true,
  'application.completed': true,
  'secret.expired': true,
  'rule-change.proposed': true,
  'audit.head': true,
  'webhook.test': true,
};

export function isWebhookEventType(text: string): text is WebhookEventType {
  return Object.hasOwn(names, text);
}
