import { requireMatch } from '../../http/etag.ts';
import type { Caller } from '../../identity/caller.ts';
import type { RoleRequestRecord } from '../../model/records.ts';
import { nextRequestState } from '../../role-requests/next-request-state.ts';
import type { Answering, RoleRequestDeps } from './deps.ts';
import { answerByOf, checkDraft } from './draft-request.ts';
import { planRequest } from './plan-request.ts';
import { transitionRefused } from './refusals.ts';
import { lockRequest, seeRequest } from './see-request.ts';
import { submitPlanned } from './submit-planned.ts';

export interface Submission {
  readonly id: string;
  readonly ifMatch: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Plans a draft and finds who has to approve it.
 *
 * @throws Problem
 */
export async function submitRequest<Answered>(
  deps: RoleRequestDeps,
  caller: Caller,
  { id, ifMatch, signal }: Submission,
  answer: Answering<RoleRequestRecord, Answered>,
): Promise<Answered> {
  const draft = await seeRequest(deps, caller, { id });
  requireDraft(draft, caller);
  requireMatch(ifMatch, draft.revision);
  await checkDraft(deps, caller, draft);
  const planned = await planRequest(deps, draft, signal);
  const now = deps.now();
  return deps.store.transaction(async (tx) => {
    const request = await lockRequest(tx, { caller, id, now });
    requireDraft(request, caller);
    // What was planned is the revision that was read.
    requireMatch(ifMatch, request.revision);
    const isLate = Date.parse(request.answerBy) <= now.getTime();
    const answerBy = isLate ? answerByOf(undefined, deps) : request.answerBy;
    const submitted = { ...request, answerBy };
    return answer(tx, await submitPlanned(tx, { caller, request: submitted, planned, now }));
  });
}

/** @throws Problem unless it is a draft of the caller's */
export function requireDraft(request: RoleRequestRecord, { actor }: Pick<Caller, 'actor'>): void {
  const by = { actor, isAdministrator: false };
  const step = nextRequestState({ request, event: { kind: 'edit' }, by });
  if (step.kind === 'problem') throw transitionRefused(step.code);
}
