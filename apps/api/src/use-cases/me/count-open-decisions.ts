import type { Caller } from '../../identity/caller.ts';
import type { Readers } from '../../storage/readers.ts';
import type { RoleRequestSummary } from '../../storage/repositories/role-requests.ts';
import { delegatedNames } from '../role-requests/see-request.ts';

/** More than anybody reads; counting stops there. */
const most = 100;

/** How many requests wait for an answer of the caller, up to a hundred. */
export async function countOpenDecisions(
  readers: Pick<Readers, 'roleRequests' | 'decisions' | 'delegations'>,
  caller: Caller,
  now: Date,
): Promise<number> {
  if (!caller.permissions.has('decisions:write')) return 0;
  const approvers = [...caller.names, ...(await delegatedNames(readers, caller, now))];
  const filter = { states: ['pending-approval'] as const, approvers };
  const { rows } = await readers.roleRequests.list({ limit: most, filter });
  const others = rows.filter(({ requester }) => requester.id !== caller.actor.id);
  const open = await Promise.all(others.map((one) => waitsFor(readers, caller, one)));
  return open.filter((waits) => waits).length;
}

async function waitsFor(
  { decisions }: Pick<Readers, 'decisions'>,
  { actor }: Caller,
  { id, approval }: RoleRequestSummary,
): Promise<boolean> {
  // Where one answer is enough and it still waits, nobody has given one.
  if ((approval?.needed ?? 1) <= 1) return true;
  const given = await decisions.listOf(id);
  return !given.some(({ valid, approver }) => valid && approver.id === actor.id);
}
