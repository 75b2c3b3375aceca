import type { ProblemItem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { RequestPreview, RoleRequestRecord } from '../../model/records.ts';
import type { RoleRequestDeps } from './deps.ts';
import { draftRequest, type RequestFields } from './draft-request.ts';
import { approvalOf, recordOf } from './judge-request.ts';
import { planRequest } from './plan-request.ts';
import { approvalItem } from './refusals.ts';

export interface ValidatedRequest {
  /** Whether it could be submitted. */
  readonly accepted: boolean;
  readonly preview: RequestPreview;
  readonly approval: RoleRequestRecord['approval'];
  /** What stands in the way beside guardrails. */
  readonly faults: readonly ProblemItem[];
}

/**
 * What submitting a request would come to; nothing is stored.
 *
 * @throws Problem where it cannot be planned
 */
export async function validateRequest(
  deps: RoleRequestDeps,
  caller: Caller,
  input: RequestFields & { readonly signal?: AbortSignal | undefined },
): Promise<ValidatedRequest> {
  const request = await draftRequest(deps, caller, { ...input, emergency: false });
  const { account, preview } = await planRequest(deps, request, input.signal);
  const approval = await approvalOf(deps.store, { request, account, preview });
  const faults = approval.kind === 'refused' ? [approvalItem(approval)] : [];
  const accepted = faults.length === 0 && preview.refusals.length === 0;
  return { accepted, preview, approval: recordOf(approval), faults };
}
