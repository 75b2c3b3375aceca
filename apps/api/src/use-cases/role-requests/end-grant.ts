import type { Actor, GrantRecord, RoleRequestRecord } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { byService } from './by-service.ts';
import { moveGrant } from './move-grant.ts';
import { moveRequest } from './move-request.ts';

export interface Ending {
  readonly grant: GrantRecord;
  /** That it came of; locked as well. */
  readonly request: RoleRequestRecord | undefined;
  /** Somebody who may. */
  readonly actor: Actor;
  readonly reason: string;
}

/** Nothing is left to revoke. */
export function isEnding({ state }: Pick<GrantRecord, 'state'>): boolean {
  return state === 'removing' || state === 'expired' || state === 'revoking' || state === 'revoked';
}

/** Revokes a grant; of one that is being made it ends the request too, so that nothing goes on. */
export async function endGrant(
  tx: Transaction,
  now: Date,
  { grant, request, actor, reason }: Ending,
): Promise<GrantRecord> {
  // Whether they may is a question of visibility, and answered.
  const by = { actor, isAdministrator: true };
  const ending = await moveGrant(tx, now, {
    grant,
    event: { kind: 'revoke' },
    by: { ...by, isApprover: false },
    type: 'grant.revoking',
    changes: { endedBy: actor, endReason: reason },
    data: { reason },
  });
  if (grant.state !== 'provisioning' || request === undefined) return ending;
  const stopped =
    request.state === 'provisioning'
      ? await moveRequest(tx, now, {
          request,
          event: { kind: 'fail' },
          by: byService,
          type: 'role-request.provision-failed',
          changes: { failure: 'The grant was revoked while it was made.' },
        })
      : request;
  await moveRequest(tx, now, {
    request: stopped,
    event: { kind: 'cancel' },
    by,
    type: 'role-request.cancelled',
    data: { comment: reason },
  });
  return ending;
}
