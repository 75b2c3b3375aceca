import type { RoleRequestRecord } from '../../model/records.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { byService } from './by-service.ts';
import { completeExtension } from './complete-extension.ts';
import { extendedGrantOf } from './extension-request.ts';
import { moveGrant } from './move-grant.ts';
import { moveRequest, type RequestMove } from './move-request.ts';

/**
 * Takes a request to its next state and does what follows from it: what is approved is provisioned,
 * and of what has ended nothing half made stays.
 *
 * @throws Problem where it may not happen
 */
export async function advanceRequest(
  tx: Transaction,
  now: Date,
  move: RequestMove,
): Promise<RoleRequestRecord> {
  const request = await moveRequest(tx, now, move);
  switch (request.state) {
    case 'approved':
      if (extendedGrantOf(request) !== null) return completeExtension(tx, now, request);
      await tx.enqueue('provision', { requestId: request.id });
      return request;
    case 'provisioning':
      await tx.enqueue('provision', { requestId: request.id });
      return request;
    case 'rejected':
    case 'cancelled':
    case 'lapsed':
      await dropHalfMade(tx, now, { request, by: move.by });
      return request;
    case 'draft':
    case 'pending-approval':
    case 'fulfilled':
    case 'provision-failed':
      return request;
    default:
      return request.state satisfies never;
  }
}

/** An earlier attempt may have made something: it goes away with the request. */
async function dropHalfMade(
  tx: Transaction,
  now: Date,
  { request, by }: Pick<RequestMove, 'request' | 'by'>,
): Promise<void> {
  if (request.grantId !== request.id) return;
  const grant = await tx.grants.getForUpdate(request.id);
  if (grant?.state !== 'provisioning') return;
  await moveGrant(tx, now, {
    grant,
    event: { kind: 'revoke' },
    by: byService,
    type: 'grant.revoking',
    changes: { endedBy: by.actor, endReason: `The request is ${request.state}.` },
  });
}
