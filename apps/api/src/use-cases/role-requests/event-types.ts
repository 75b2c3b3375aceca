/** What happens to requests and grants, as the audit log and webhooks call it. */
export type LifeEventType =
  | `role-request.${RequestEventName}`
  | `grant.${GrantEventName}`
  | `delegation.${'created' | 'ended'}`
  | 'emergency.used'
  | 'emergency.reviewed'
  | 'emergency.review-due'
  | 'leaver.revoked';

type RequestEventName =
  | 'created'
  | 'updated'
  | 'deleted'
  | 'submitted'
  | 'decided'
  | 'cancelled'
  | 'lapsed'
  | 'rejected'
  | 'plan-moved'
  | 'decisions-voided'
  | 'provisioning'
  | 'provisioning-retried'
  | 'provisioning-delayed'
  | 'provision-failed'
  | 'fulfilled';

type GrantEventName =
  | 'activated'
  | 'extended'
  | 'expiring'
  | 'removing'
  | 'revoking'
  | 'removal-retried'
  | 'removal-failed'
  | 'expired'
  | 'revoked'
  | 'recertification-due'
  | 'recertified';

/** Those that people are told of; the contract's `WebhookEventType` names what endpoints hear. */
export const announced: ReadonlySet<LifeEventType> = new Set<LifeEventType>([
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
]);
