import { defineCheck, type Verdict } from '../check.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';
import { rolesNaming } from './trusted-by-roles.ts';

export const userNoGroup = defineCheck({
  id: 'user-no-group',
  title: 'Every user is in a group',
  severity: 'info',
  subject: 'user',
  rationale: 'A user in no group has rights that no other user shares, or none at all.',
  remedy: 'Add the user to the group for its task, or delete it.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html',
  settings: ['emergencyPrincipals'],
  needs: ['users', 'roles'],
  run: ({ users, roles }, { settings }) => {
    const assumable = rolesNaming(roles);
    return users.map((user): Verdict => {
      const { name, arn: subject, groups } = user;
      const trusting = assumable(user);
      const evidence = { groups, roles: trusting };
      if (groups.length > 0) {
        return { outcome: 'pass', subject, message: `${name} is in a group.`, evidence };
      }
      if (trusting.length > 0) {
        const message = `${name} is in no group; it is there to assume ${trusting.join(', ')}.`;
        return { outcome: 'pass', subject, message, evidence };
      }
      if (isEmergencyPrincipal(user, settings)) {
        const message = `${name} is in no group and is kept for emergencies.`;
        return { outcome: 'pass', subject, message, evidence };
      }
      return { outcome: 'fail', subject, message: `${name} is in no group.`, evidence };
    });
  },
});
