import { matchesPattern } from '@rolecall/policy';
import type { Judged, Subject } from '../judged.ts';
import { reachedBy } from '../reached-by.ts';
import type { Fault } from '../refusal.ts';
import { meansResourceInAnyCase, type Named } from '../resource-pattern.ts';

/** Who may be in which groups. Those whom the plan only finds there are not its fault. */
export function judgeMembership(subject: Subject, judged: Judged): readonly Fault[] {
  const { membership } = judged.rules;
  if (membership.length === 0 || subject.kind === 'deleted') return [];
  const joins = joinsOf(subject, judged);
  const faults = membership.flatMap(({ groups, members }) =>
    joins
      .filter(({ group }) =>
        groups.some((pattern) => group.some((named) => meansResourceInAnyCase(pattern, named))),
      )
      .filter(({ member }) => !members.some((pattern) => matchesPattern(pattern, member)))
      .map(({ member, name }): Fault => {
        const message = `${member} may not be a member of ${name}.`;
        return { rule: 'membership', message, hint: `Allowed: ${members.join(', ') || 'nobody'}.` };
      }),
  );
  return [...new Map(faults.map((fault) => [fault.message, fault])).values()];
}

interface Join {
  readonly member: string;
  readonly name: string;
  /** The group, by each ARN that it has. */
  readonly group: readonly Named[];
}

/** All that is declared of what changes, and all that is done: a way back is no declaration. */
function joinsOf(subject: Subject, judged: Judged): readonly Join[] {
  const { desired, calls, arns, type, name } = subject;
  switch (type) {
    case 'user': {
      const declared = desired?.type === 'user' ? desired.groups : [];
      const joined = calls.flatMap((call) =>
        call.action === 'iam:AddUserToGroup' ? [call.input.GroupName] : [],
      );
      return [...new Set([...declared, ...joined])].map((group) => ({
        member: name,
        name: group,
        group: namedGroup(group, judged),
      }));
    }
    case 'identity-center-group': {
      const declared = desired?.type === 'identity-center-group' ? desired.members : [];
      const joined = calls.flatMap((call) =>
        call.action === 'identitystore:CreateGroupMembership' ? [call.input.UserName] : [],
      );
      const group = arns.map((arn) => ({ type, name, arn }));
      return [...new Set([...declared, ...joined])].map((member) => ({ member, name, group }));
    }
    default:
      return [];
  }
}

/** Where it lies, before and after; one that is just declared too. */
function namedGroup(name: string, judged: Judged): readonly Named[] {
  const key = `group/${name.toLowerCase()}`;
  const changed = judged.subjects.find(({ resource }) => resource === key)?.arns ?? [];
  const call = {
    action: 'iam:AddUserToGroup' as const,
    input: { UserName: '', GroupName: name },
  };
  const found = reachedBy({ calls: [call], resource: 'user/' }, judged);
  return [...found, ...changed.map((arn) => ({ type: 'group' as const, name, arn }))];
}
