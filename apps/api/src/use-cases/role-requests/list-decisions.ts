import type { Caller } from '../../identity/caller.ts';
import type { DecisionRecord } from '../../model/records.ts';
import type { Page, PageQuery } from '../../storage/page.ts';
import { pageOf } from '../../storage/page.ts';
import type { RoleRequestDeps } from './deps.ts';
import { seeRequest } from './see-request.ts';

/** All decisions about a request, voided ones too, the oldest first. */
export async function listDecisions(
  deps: RoleRequestDeps,
  caller: Caller,
  { id, limit, after }: PageQuery & { readonly id: string },
): Promise<Page<DecisionRecord>> {
  const request = await seeRequest(deps, caller, { id });
  const all = await deps.store.decisions.listOf(request.id);
  // As few as people answer; a page of them is cut here.
  const rest = all.filter(
    (one) =>
      after === undefined ||
      one.createdAt > after.createdAt ||
      (one.createdAt === after.createdAt && one.id > after.id),
  );
  return pageOf(rest, limit);
}
