import { requireMatch } from '../../http/etag.ts';
import type { Caller } from '../../identity/caller.ts';
import type { RoleRequestRecord } from '../../model/records.ts';
import type { Answering, RoleRequestDeps } from './deps.ts';
import { answerByOf, checkDraft, type RequestFields } from './draft-request.ts';
import { moveRequest } from './move-request.ts';
import { lockRequest, seeRequest } from './see-request.ts';
import { requireDraft } from './submit-request.ts';

export interface RequestUpdate {
  readonly id: string;
  readonly ifMatch: string;
  /** What is left out stays. */
  readonly fields: { readonly [F in keyof RequestFields]?: RequestFields[F] | undefined };
}

/**
 * Changes a draft of the caller's.
 *
 * @throws Problem
 */
export async function updateRequest<Answered>(
  deps: RoleRequestDeps,
  caller: Caller,
  { id, ifMatch, fields }: RequestUpdate,
  answer: Answering<RoleRequestRecord, Answered>,
): Promise<Answered> {
  const draft = await seeRequest(deps, caller, { id });
  requireDraft(draft, caller);
  requireMatch(ifMatch, draft.revision);
  const changes = {
    accountId: fields.accountId ?? draft.accountId,
    blueprint: fields.blueprint ?? draft.blueprint,
    parameters: fields.parameters ?? draft.parameters,
    reason: fields.reason ?? draft.reason,
    ticket: fields.ticket === undefined ? draft.ticket : fields.ticket,
    durationSeconds: fields.durationSeconds ?? draft.durationSeconds,
    answerBy: fields.answerBy === undefined ? draft.answerBy : answerByOf(fields.answerBy, deps),
  };
  await checkDraft(deps, caller, { ...draft, ...changes });
  const now = deps.now();
  return deps.store.transaction(async (tx) => {
    const request = await lockRequest(tx, { caller, id, now });
    requireMatch(ifMatch, request.revision);
    const updated = await moveRequest(tx, now, {
      request,
      event: { kind: 'edit' },
      by: { actor: caller.actor, isAdministrator: false },
      type: 'role-request.updated',
      changes,
    });
    return answer(tx, updated);
  });
}
