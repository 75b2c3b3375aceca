import type { DecisionRecord, Delegation, RoleRequestRecord } from '../model/records.ts';
import { type Caller, namesOf } from './caller.ts';

export type MayApprove =
  /** `onBehalfOf`: subject of the approver in whose place; `null` for those who may themselves. */
  | { readonly kind: 'yes'; readonly onBehalfOf: string | null }
  | { readonly kind: 'no'; readonly code: 'self-approval' | 'not-an-approver' };

type Asked = Pick<RoleRequestRecord, 'requester' | 'approval'>;

/**
 * Whether the caller may decide the request: never oneself, not even through a delegate; only
 * people; those whom the rule names, or who stand in for one of them at this moment.
 */
export function mayApprove(
  caller: Caller,
  { requester, approval }: Asked,
  {
    delegations,
    now,
    aliases = new Set(),
  }: {
    readonly delegations: readonly Delegation[];
    readonly now: Date;
    /** Other subjects of the requester, as far as anybody knows. */
    readonly aliases?: ReadonlySet<string>;
  },
): MayApprove {
  const { actor } = caller;
  const isRequester = (subject: string) => subject === requester.id || aliases.has(subject);
  if (isRequester(actor.id)) return { kind: 'no', code: 'self-approval' };
  const approvers = approval?.approvers ?? [];
  if (actor.kind !== 'person') return { kind: 'no', code: 'not-an-approver' };
  if (namesOf(caller).some((name) => approvers.includes(name)))
    return { kind: 'yes', onBehalfOf: null };
  const given = delegations.filter(
    (one) =>
      one.to === actor.id &&
      isValid(one, now) &&
      [one.from, ...one.fromGroups].some((name) => approvers.includes(name)),
  );
  const lent = given.find(({ from }) => !isRequester(from));
  if (lent !== undefined) return { kind: 'yes', onBehalfOf: lent.from };
  return { kind: 'no', code: given.length > 0 ? 'self-approval' : 'not-an-approver' };
}

function isValid({ startsAt, endsAt }: Delegation, now: Date): boolean {
  return Date.parse(startsAt) <= now.getTime() && now.getTime() < Date.parse(endsAt);
}

type Counted = Pick<
  DecisionRecord,
  'requestId' | 'approver' | 'onBehalfOf' | 'decision' | 'planId' | 'valid'
>;

/**
 * How many approvals a request has: valid ones of the plan it shows now, each by another person
 * and with another approver's word. An approver and their delegate count once.
 */
export function countApprovals(
  { id, requester, preview }: Pick<RoleRequestRecord, 'id' | 'requester' | 'preview'>,
  decisions: readonly Counted[],
): number {
  const people = new Set<string>();
  const words = new Set<string>();
  for (const { requestId, approver, onBehalfOf, decision, planId, valid } of decisions) {
    const word = onBehalfOf ?? approver.id;
    const counts =
      valid &&
      decision === 'approve' &&
      requestId === id &&
      planId === preview?.planId &&
      approver.kind === 'person' &&
      approver.id !== requester.id &&
      word !== requester.id;
    if (!counts || people.has(approver.id) || words.has(word)) continue;
    people.add(approver.id);
    words.add(word);
  }
  return people.size;
}
