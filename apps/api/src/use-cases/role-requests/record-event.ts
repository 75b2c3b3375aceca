import type { Json } from '@rolecall/policy';
import type { Actor, GrantRecord, RoleRequestRecord } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { announced, type LifeEventType } from './event-types.ts';

export type EventData = { readonly [name: string]: Json };

export interface LifeEvent {
  readonly now: Date;
  readonly actor: Actor;
  readonly type: LifeEventType;
  readonly data?: EventData | undefined;
}

/** Adds what happened to a request to the audit log, and tells those who are to be told. */
export function recordRequestEvent(
  tx: Transaction,
  request: RoleRequestRecord,
  { now, actor, type, data = {} }: LifeEvent,
): void {
  const { id, state, accountId, blueprint, requester, emergency, revision } = request;
  tx.audit(
    {
      at: now.toISOString(),
      actor,
      type,
      subject: `role-requests/${id}`,
      accountId,
      data: { state, requester: requester.id, blueprint, emergency, revision, ...data },
    },
    { notify: announced.has(type) },
  );
}

/** The same of a grant. */
export function recordGrantEvent(
  tx: Transaction,
  grant: GrantRecord,
  { now, actor, type, data = {} }: LifeEvent,
): void {
  const { id, state, accountId, blueprint, holder, expiresAt, revision } = grant;
  tx.audit(
    {
      at: now.toISOString(),
      actor,
      type,
      subject: `grants/${id}`,
      accountId,
      data: { state, holder: holder.id, blueprint, expiresAt, revision, ...data },
    },
    { notify: announced.has(type) },
  );
}
