import type { AuditEvent, ExportVerdict } from '@rolecall/audit';
import type { Schema } from '@rolecall/contract';
import type { CreatedRole, LivingRole } from './served-accounts.fixture.ts';
import type { Told } from './told.fixture.ts';

/** All that is known when the service has come to rest: of it, of the accounts, of who was told. */
export interface Evidence {
  readonly told: Told;
  readonly requests: readonly Pick<Schema<'RoleRequestSummary'>, 'id' | 'state' | 'grantId'>[];
  readonly grants: readonly Pick<Schema<'Grant'>, 'id' | 'state' | 'roleArns' | 'accountId'>[];
  readonly decisions: readonly Pick<Schema<'Decision'>, 'id' | 'requestId'>[];
  readonly created: readonly CreatedRole[];
  readonly living: readonly LivingRole[];
  readonly audit: Pick<ExportVerdict, 'kind'>;
  readonly events: readonly AuditEvent[];
  /** Deliveries that arrived, each with its `webhook-id`. */
  readonly received: readonly { readonly id: string; readonly body: string }[];
  /** Deliveries as the service lists them. */
  readonly outbox: readonly Pick<
    Schema<'WebhookDelivery'>,
    'id' | 'state' | 'eventType' | 'nextAttemptAt'
  >[];
  /** Leases, claims and jobs that nobody holds and nobody can take. */
  readonly stuck: readonly string[];
  /** ISO 8601. */
  readonly now: string;
}
