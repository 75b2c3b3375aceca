import type { Outcome } from '../../model/finding.ts';
import type { PermissionSet } from '../../model/snapshot.ts';
import type { Verdict } from '../check.ts';

export type Assignment = Extract<
  PermissionSet['assignments'],
  { status: 'known' }
>['value'][number];

/** Whether an assignment lets anybody in, as far as the API tells. */
export function reachesPeople({ principalType, memberCount, enabled }: Assignment): boolean {
  return principalType === 'GROUP' ? memberCount !== 0 : enabled !== false;
}

/** What is said of one assignment of a permission set that makes administrators. */
export function assignmentVerdict(assignment: Assignment, set: PermissionSet): Verdict {
  const { principalType, principalId, principalName, memberCount, enabled } = assignment;
  const kind = principalType === 'USER' ? 'user' : 'group';
  const label = `${kind} ${principalName ?? principalId}`;
  const say = (outcome: Outcome, message: string): Verdict => ({
    outcome,
    subject: set.arn,
    key: `${kind}-${principalId}`,
    message,
    evidence: {
      permissionSet: set.name,
      principalId,
      principalName: principalName ?? null,
      memberCount: memberCount ?? null,
      enabled: enabled ?? null,
    },
  });
  if (principalType === 'GROUP') {
    if (memberCount === 0)
      return say('warn', `${set.name} is assigned to ${label}, which is empty.`);
    const size = memberCount === undefined ? '' : ` of ${memberCount}`;
    return say('pass', `${set.name} is assigned to ${label}${size}.`);
  }
  return enabled === false
    ? say('warn', `${set.name} is assigned to ${label}, who is disabled.`)
    : say('warn', `${set.name} is assigned to ${label} directly, and not by a group.`);
}
