import type { RoleRequestRecord } from '../../model/records.ts';
import { nextGrantState } from '../../role-requests/next-grant-state.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { byService } from './by-service.ts';
import { lengthenGrant } from './lengthen-grant.ts';
import { moveRequest } from './move-request.ts';

/**
 * Gives a grant the time that was approved. In its account nothing has to be made, so that it does
 * not wait for a job, and cannot expire meanwhile. Where the grant has ended, there is nothing to
 * extend: that ends the request.
 */
export async function completeExtension(
  tx: Transaction,
  now: Date,
  request: RoleRequestRecord,
): Promise<RoleRequestRecord> {
  const grant =
    request.grantId === null ? undefined : await tx.grants.getForUpdate(request.grantId);
  const event = { kind: 'extend' } as const;
  const isOver =
    grant === undefined ||
    Date.parse(grant.expiresAt) <= now.getTime() ||
    nextGrantState({ grant, event, by: byService }).kind === 'problem';
  if (isOver) {
    return moveRequest(tx, now, {
      request,
      event: { kind: 'refuse' },
      by: byService,
      type: 'role-request.rejected',
      changes: { failure: 'The grant had ended before more time was approved.' },
    });
  }
  const expiresAt = endOfExtension(grant.startsAt, request);
  if (Date.parse(expiresAt) > Date.parse(grant.expiresAt))
    await lengthenGrant(tx, now, { grant, expiresAt, by: byService, request });
  const started = await moveRequest(tx, now, {
    request,
    event: { kind: 'start' },
    by: byService,
    type: 'role-request.provisioning',
  });
  return moveRequest(tx, now, {
    request: started,
    event: { kind: 'finish' },
    by: byService,
    type: 'role-request.fulfilled',
  });
}

/** The duration of an extension counts from the start of the grant: two of them do not add up. */
function endOfExtension(
  startsAt: string,
  { durationSeconds }: Pick<RoleRequestRecord, 'durationSeconds'>,
): string {
  return new Date(Date.parse(startsAt) + durationSeconds * 1000).toISOString();
}
