import type { AccountRecord, GrantRecord, RoleRequestRecord } from '../../../model/records.ts';
import type { Transaction } from '../../../storage/transaction.ts';
import { serviceActor } from '../../../work/service-actor.ts';
import { byService } from '../by-service.ts';
import { moveRequest } from '../move-request.ts';
import { recordRequestEvent } from '../record-event.ts';

export interface Begun {
  readonly request: RoleRequestRecord;
  readonly account: AccountRecord;
}

/**
 * Writes down that a grant is being made, before anything of it is: whatever happens afterwards,
 * somebody knows that it may be there. Of a request that has moved on meanwhile, `undefined`.
 */
export async function beginProvisioning(
  tx: Transaction,
  now: Date,
  { requestId, attempt }: { readonly requestId: string; readonly attempt: number },
): Promise<Begun | undefined> {
  const request = await tx.roleRequests.getForUpdate(requestId);
  if (request === undefined || (request.state !== 'approved' && request.state !== 'provisioning'))
    return undefined;
  const account = await tx.accounts.get(request.accountId);
  // While it has requests and grants, no account is removed.
  if (account === undefined) throw new Error(`account ${request.accountId} is not registered`);
  const grant = await tx.grants.getForUpdate(request.id);
  if (grant !== undefined && grant.state !== 'provisioning') return undefined;
  if (grant === undefined) await tx.grants.insert(newGrant(request, now));
  if (request.state === 'approved') {
    const started = await moveRequest(tx, now, {
      request,
      event: { kind: 'start' },
      by: byService,
      type: 'role-request.provisioning',
      changes: { grantId: request.id },
    });
    return { request: started, account };
  }
  const type = 'role-request.provisioning';
  recordRequestEvent(tx, request, { now, actor: serviceActor, type, data: { attempt } });
  return { request, account };
}

function newGrant(request: RoleRequestRecord, now: Date): GrantRecord {
  const at = now.toISOString();
  return {
    id: request.id,
    requestId: request.id,
    state: 'provisioning',
    holder: request.requester,
    accountId: request.accountId,
    blueprint: request.blueprint,
    roleArns: request.preview?.roleArns ?? [],
    manifest: null,
    planId: request.preview?.planId ?? '',
    // Until it is active; then both are set anew, so that no time is lost by waiting.
    startsAt: at,
    expiresAt: new Date(now.getTime() + request.durationSeconds * 1000).toISOString(),
    endedAt: null,
    endedBy: null,
    endReason: null,
    failure: null,
    review: null,
    needsReview: request.approval?.method === 'emergency',
    recertifiedAt: null,
    revision: 1,
    createdAt: at,
  };
}
