import { problem } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import { visibleRequests } from '../../identity/visibility.ts';
import type { RequestState } from '../../model/records.ts';
import type { Page, PageQuery } from '../../storage/page.ts';
import type {
  RoleRequestFilter,
  RoleRequestSummary,
} from '../../storage/repositories/role-requests.ts';
import type { RoleRequestDeps } from './deps.ts';
import { mergePages, type Source } from './merge-pages.ts';
import { delegatedNames } from './see-request.ts';

export interface RequestQuery extends PageQuery {
  readonly states?: readonly RequestState[] | undefined;
  readonly requesterId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly blueprint?: string | undefined;
  readonly createdAfter?: string | undefined;
  /** Only those that wait for the caller's decision. */
  readonly assignedToMe?: boolean | undefined;
}

/** Requests that the caller may see, the newest first. */
export async function listRequests(
  { store, now }: Pick<RoleRequestDeps, 'store' | 'now'>,
  caller: Caller,
  { limit, after, assignedToMe = false, ...filter }: RequestQuery,
): Promise<Page<RoleRequestSummary>> {
  requireInstant(filter.createdAfter);
  const delegated = await delegatedNames(store, caller, now());
  const visible = visibleRequests(caller, delegated);
  const source =
    (more: RoleRequestFilter): Source<RoleRequestSummary> =>
    (query) =>
      store.roleRequests.list({ ...query, filter: { ...filter, ...more } });

  if (assignedToMe) {
    if (filter.states !== undefined && !filter.states.includes('pending-approval'))
      return { rows: [], next: undefined };
    const approvers = visible.kind === 'all' ? [...caller.names, ...delegated] : visible.approvers;
    const waiting = source({ approvers, states: ['pending-approval'] });
    const keep = async ({ id, requester }: RoleRequestSummary) =>
      requester.id !== caller.actor.id && !(await hasDecided({ store }, caller, id));
    return mergePages([waiting], { limit, after, keep });
  }
  switch (visible.kind) {
    case 'all':
      return source({})({ limit, after });
    case 'some': {
      const { requesterId, approvers } = visible;
      const mayBeOwn = filter.requesterId === undefined || filter.requesterId === requesterId;
      const own = mayBeOwn ? [source({ requesterId })] : [];
      const asked = approvers.length > 0 ? [source({ approvers })] : [];
      return mergePages([...own, ...asked], { limit, after });
    }
    default:
      return visible satisfies never;
  }
}

async function hasDecided(
  { store }: Pick<RoleRequestDeps, 'store'>,
  { actor }: Pick<Caller, 'actor'>,
  requestId: string,
): Promise<boolean> {
  const decisions = await store.decisions.listOf(requestId);
  return decisions.some(({ valid, approver }) => valid && approver.id === actor.id);
}

/** A leap second is well-formed, and no instant that anything could be compared with. */
function requireInstant(createdAfter: string | undefined): void {
  if (createdAfter === undefined || !Number.isNaN(Date.parse(createdAfter))) return;
  const message = 'is no point in time';
  throw problem('parameter-invalid', { errors: [{ pointer: 'createdAfter', message }] });
}
