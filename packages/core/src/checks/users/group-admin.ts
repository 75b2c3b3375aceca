import { adminClause, adminOutcome, lockoutCaution } from '../admin-outcome.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isEmergencyGroup, membersOf } from '../emergency-principal.ts';
import { indexPower } from '../principal-power.ts';

export const groupAdmin = defineCheck({
  id: 'group-admin',
  title: 'No group makes its members administrators',
  severity: 'medium',
  subject: 'group',
  rationale:
    'Whoever may add a user to the group (iam:AddUserToGroup) makes administrators, and each ' +
    'member is one with credentials that do not expire.',
  remedy:
    'Move the members to IAM Identity Center or to a role, then take the policies off the group. ' +
    lockoutCaution,
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'policies'],
  run: ({ users, groups, policies }, context) => {
    const { settings } = context;
    const index = indexPower({ policies, groups }, context);
    return groups.map((group): Verdict => {
      const { power, paths, unread } = index.ofGroup(group);
      const members = membersOf(group, users)
        .map(({ name }) => name)
        .toSorted();
      const subject = group.arn;
      const evidence = { power, paths, members };
      if (power === 'none') {
        const message = `Group ${group.name} gives no administrator power.`;
        return { outcome: 'pass', subject, message, evidence };
      }
      if (isEmergencyGroup(group, users, settings)) {
        const message = `Group ${group.name}, or all its members, are kept for emergencies.`;
        return { outcome: 'pass', subject, message, evidence };
      }
      if (power === 'undecided') {
        return {
          outcome: 'unknown',
          subject,
          message: `Group ${group.name}: the snapshot lacks the document of ${unread.join(', ')}.`,
          evidence: { ...evidence, unread },
          remedy: 'Take the snapshot again; the document was not there to judge.',
        };
      }
      const clause = adminClause(power, paths.join('; '));
      const who = members.length > 0 ? `members: ${members.join(', ')}` : 'no members yet';
      const message = `Group ${group.name} ${clause}; ${who}.`;
      return { outcome: adminOutcome(power), subject, message, evidence };
    });
  },
});
