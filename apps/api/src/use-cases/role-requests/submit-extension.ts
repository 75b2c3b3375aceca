import type { Caller } from '../../identity/caller.ts';
import type { GrantRecord, RoleRequestRecord } from '../../model/records.ts';
import type { ExtensionDecision } from '../../role-requests/extension.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { advanceRequest } from './advance-request.ts';
import { recordRequestEvent } from './record-event.ts';
import type { RoleRequestTerms } from './terms.ts';

export interface AskedExtension {
  readonly caller: Caller;
  readonly grant: GrantRecord;
  readonly decision: Extract<ExtensionDecision, { kind: 'ask' }>;
  /** What the grant came of, asked for anew under an id of its own. */
  readonly about: RoleRequestRecord;
  readonly terms: RoleRequestTerms;
}

/** A request of its own for more time, decided as any other; it names the grant from its start. */
export async function submitExtension(
  tx: Transaction,
  now: Date,
  { caller, grant, decision, about, terms }: AskedExtension,
): Promise<RoleRequestRecord> {
  const at = now.toISOString();
  // Nobody has to answer when the grant has ended.
  const answerBy = Math.min(now.getTime() + terms.answerWithin * 1000, Date.parse(grant.expiresAt));
  const { rule, needed, approvers } = decision;
  const request: RoleRequestRecord = {
    ...about,
    state: 'draft',
    requester: caller.actor,
    answerBy: new Date(answerBy).toISOString(),
    emergency: false,
    approval: { method: 'reviewed', rule, needed, approvers },
    grantId: grant.id,
    failure: null,
    revision: 1,
    createdAt: at,
    updatedAt: at,
  };
  await tx.roleRequests.insert(request);
  const { actor } = caller;
  const extension = { extends: grant.id, until: decision.expiresAt };
  recordRequestEvent(tx, request, { now, actor, type: 'role-request.created', data: extension });
  return advanceRequest(tx, now, {
    request,
    event: { kind: 'submit', approval: { kind: 'people', rule, needed, approvers } },
    by: { actor, isAdministrator: false },
    type: 'role-request.submitted',
    data: { ...extension, rule, planId: about.preview?.planId ?? null },
  });
}
