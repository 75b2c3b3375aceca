import type { Schema } from '@rolecall/contract';
import type { PlanSetMemberRecord } from '../../model/records.ts';

export function countMembers(
  members: readonly Pick<PlanSetMemberRecord, 'state' | 'summary'>[],
): Schema<'PlanSetCounts'> {
  const count = (state: PlanSetMemberRecord['state']) =>
    members.filter((member) => member.state === state).length;
  const operations = members.map(({ summary }) => summary?.operations ?? 0);
  return {
    accounts: members.length,
    waiting: count('waiting'),
    planned: count('planned'),
    failed: count('failed'),
    changing: operations.filter((each) => each > 0).length,
    operations: operations.reduce((sum, each) => sum + each, 0),
  };
}
