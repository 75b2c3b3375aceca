import type { GrantRecord, RoleRequestRecord } from '../model/records.ts';
import type { Caller } from './caller.ts';
import type { ApprovalScope } from './role-assignments.ts';
import { revokeEverything, seeEverything } from './roles.ts';

type Asking = Pick<Caller, 'actor' | 'names' | 'roles' | 'restrictions'>;
type Asked = Pick<RoleRequestRecord, 'requester' | 'approval'>;
type Placed = Pick<RoleRequestRecord, 'accountId' | 'blueprint'>;

/** Which role requests a caller sees, as lists and their queries need it. */
export type RequestVisibility =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some';
      /** Of this requester, … */
      readonly requesterId: string;
      /** … and those whose approvers name one of these. */
      readonly approvers: readonly string[];
    };

/** `delegated`: how rules name those whom the caller stands in for at the moment. */
export function visibleRequests(
  { actor, names, roles }: Asking,
  delegated: readonly string[] = [],
): RequestVisibility {
  if (roles.some((role) => seeEverything.has(role))) return { kind: 'all' };
  const approvers = roles.includes('approver') ? [...names, ...delegated] : [];
  return { kind: 'some', requesterId: actor.id, approvers };
}

/** Where not, the request does not exist for the caller: 404. */
export function maySeeRequest(
  caller: Asking,
  { requester, approval }: Asked,
  delegated: readonly string[] = [],
): boolean {
  const visible = visibleRequests(caller, delegated);
  if (visible.kind === 'all' || requester.id === visible.requesterId) return true;
  return approval?.approvers.some((name) => visible.approvers.includes(name)) ?? false;
}

/** Which grants a caller sees. */
export type GrantVisibility =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some';
      /** Of this holder, … */
      readonly holderId: string;
      /** … and what any of these covers; a list that is left out covers everything. */
      readonly scopes: readonly ApprovalScope[];
    };

export function visibleGrants({ actor, roles, restrictions }: Asking): GrantVisibility {
  if (roles.some((role) => seeEverything.has(role))) return { kind: 'all' };
  return { kind: 'some', holderId: actor.id, scopes: restrictions.approves };
}

export function maySeeGrant(
  caller: Asking,
  grant: Pick<GrantRecord, 'holder' | 'accountId' | 'blueprint'>,
): boolean {
  const visible = visibleGrants(caller);
  if (visible.kind === 'all' || grant.holder.id === visible.holderId) return true;
  return visible.scopes.some((scope) => covers(scope, grant));
}

/**
 * Whether a caller with `grants:revoke` may end this grant: its holder, those who approve such, and
 * the roles that end anybody's. Seeing it is not enough, since who also is an auditor sees them all.
 */
export function mayRevokeGrant(
  { actor, roles, restrictions }: Asking,
  grant: Pick<GrantRecord, 'holder' | 'accountId' | 'blueprint'>,
): boolean {
  if (grant.holder.id === actor.id || roles.some((role) => revokeEverything.has(role))) return true;
  return restrictions.approves.some((scope) => covers(scope, grant));
}

/** Whether a caller is an approver for this account and blueprint; of these, rules say who decides a request. */
export function mayApproveFor({ restrictions }: Asking, place: Placed): boolean {
  return restrictions.approves.some((scope) => covers(scope, place));
}

/** Whether a scope of approval holds an account and a blueprint. */
export function covers({ accounts, blueprints }: ApprovalScope, place: Placed): boolean {
  return isListed(accounts, place.accountId) && isListed(blueprints, place.blueprint);
}

function isListed(list: readonly string[] = ['*'], value: string): boolean {
  return list.includes('*') || list.includes(value);
}
