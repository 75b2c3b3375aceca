import type { Actor } from '../../model/records.ts';
import { type Caller, callerOf } from '../caller.ts';
import type { ApprovalScope } from '../role-assignments.ts';
import type { Role } from '../roles.ts';

/** A caller as authentication makes it, with these roles. */
export function callerWith(
  roles: readonly Role[],
  more: {
    readonly actor?: Actor;
    readonly groups?: readonly string[];
    readonly approves?: readonly ApprovalScope[];
  } = {},
): Caller {
  const kind = roles.includes('machine') ? 'machine' : 'person';
  const { actor = { kind, id: 'https://id.example.com|ada', name: 'Ada' }, groups = [] } = more;
  const { approves = roles.includes('approver') ? [{}] : [] } = more;
  const identity = { actor, groups, roles: [], scopes: null, tokenId: null };
  return callerOf(identity, () => ({ roles, approves }));
}
