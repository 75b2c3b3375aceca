import type { AccountRecord, Actor } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';

export interface AccountEvent {
  readonly type: `account.${'registered' | 'changed' | 'verifying' | 'verified' | 'failed' | 'removed'}`;
  readonly actor: Actor;
  /** Who asked for it, where another person let it through. */
  readonly proposedBy?: Actor | null;
  readonly now: Date;
}

/** The external id stays out of it: it is no secret, and no fact that anybody has to prove. */
export function recordAccountEvent(
  tx: Pick<Transaction, 'audit'>,
  account: AccountRecord,
  { type, actor, proposedBy = null, now }: AccountEvent,
): void {
  const { id, name, access, environment, owner, scope, state, failure } = account;
  const way =
    access.kind === 'role'
      ? { kind: 'role', roleArn: access.roleArn }
      : { kind: 'sandbox', scenario: access.scenario };
  tx.audit({
    at: now.toISOString(),
    actor,
    type,
    subject: `accounts/${id}`,
    accountId: id,
    data: {
      ...{ name, access: way, environment, owner, scope, state, failure },
      ...(proposedBy === null ? {} : { proposedBy: proposedBy.id }),
    },
  });
}
