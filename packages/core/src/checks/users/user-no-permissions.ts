import { defineCheck, type Verdict } from '../check.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';
import { rolesNaming } from './trusted-by-roles.ts';

export const userNoPermissions = defineCheck({
  id: 'user-no-permissions',
  title: 'Every user has some permission',
  severity: 'low',
  subject: 'user',
  rationale:
    'A user that may do nothing is a leftover: its credentials still prove who one is, and the ' +
    'next policy somebody attaches wakes it up.',
  remedy: 'Delete the user, or put it into the group for its task.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_remove.html',
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'roles'],
  run: ({ users, groups, roles }, { settings }) => {
    const assumable = rolesNaming(roles);
    const granting = new Map(groups.map((group) => [group.name, countPolicies(group) > 0]));
    return users.map((user): Verdict => {
      const subject = user.arn;
      const evidence = { groups: user.groups };
      if (countPolicies(user) > 0 || user.groups.some((name) => granting.get(name))) {
        const message = `${user.name} has a policy of its own or by a group.`;
        return { outcome: 'pass', subject, message, evidence };
      }
      const trusting = assumable(user);
      if (trusting.length > 0) {
        const message = `${user.name} has no policy, and may assume ${trusting.join(', ')}.`;
        return { outcome: 'pass', subject, message, evidence: { ...evidence, roles: trusting } };
      }
      if (isEmergencyPrincipal(user, settings)) {
        const message = `${user.name} has no policy and is kept for emergencies.`;
        return { outcome: 'pass', subject, message, evidence };
      }
      const unread = user.groups.filter((name) => !granting.has(name));
      if (unread.length > 0) {
        const message = `${user.name} is in ${unread.join(', ')}, which the snapshot lacks.`;
        return { outcome: 'unknown', subject, message, evidence };
      }
      const message = `${user.name} has no policy, neither of its own nor by a group, and no role names it.`;
      return { outcome: 'fail', subject, message, evidence };
    });
  },
});

function countPolicies(holder: {
  readonly attachedPolicies: readonly unknown[];
  readonly inlinePolicies: readonly unknown[];
}): number {
  return holder.attachedPolicies.length + holder.inlinePolicies.length;
}
