import type { DecisionRecord, RoleRequestRecord } from '../model/records.ts';
import type { Approval } from './approval.ts';

type Asked = NonNullable<RoleRequestRecord['approval']>;

/**
 * What a request that waits has to have by the rules of now beside those at its submission: the
 * more approvals of the two. Rules that ask for nobody by now ask for no less than before.
 */
export function stricterOf(asked: Asked, now: Exclude<Approval, { kind: 'refused' }>): Asked {
  return now.kind === 'people' ? { ...asked, needed: Math.max(asked.needed, now.needed) } : asked;
}

/**
 * Whether an answer from before counts by the rules of now. In which groups somebody was is not
 * known any more: of an answer by a group's name, only while all that were asked still are.
 */
export function stillCounts(
  { approver, onBehalfOf }: Pick<DecisionRecord, 'approver' | 'onBehalfOf'>,
  asked: Asked,
  now: Exclude<Approval, { kind: 'refused' }>,
): boolean {
  if (now.kind !== 'people') return true;
  const { approvers } = now;
  const areAllAsked = asked.approvers.every((name) => approvers.includes(name));
  return areAllAsked || approvers.includes(onBehalfOf ?? approver.id);
}
