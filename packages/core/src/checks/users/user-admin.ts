import { adminClause, adminOutcome, lockoutCaution } from '../admin-outcome.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';
import { indexPower } from '../principal-power.ts';

export const userAdmin = defineCheck({
  id: 'user-admin',
  title: 'No user is administrator, but for emergencies',
  severity: 'critical',
  subject: 'user',
  rationale:
    'A user has credentials that do not expire. As administrator it makes one leaked key the ' +
    'loss of the account.',
  remedy:
    'Let people become administrator through IAM Identity Center or a role, and take the listed ' +
    'policies away. Name users kept for emergencies in the setting emergencyPrincipals. ' +
    lockoutCaution,
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'policies'],
  run: ({ users, groups, policies }, context) => {
    const { settings } = context;
    const index = indexPower({ policies, groups }, context);
    return users.map((user): Verdict => {
      const { power, paths, unread } = index.ofUser(user);
      const subject = user.arn;
      const evidence = { power, paths };
      if (power === 'none') {
        const message = `${user.name} is no administrator.`;
        return { outcome: 'pass', subject, message, evidence };
      }
      if (isEmergencyPrincipal(user, settings)) {
        const message = `${user.name} is kept for emergencies.`;
        return { outcome: 'pass', subject, message, evidence };
      }
      if (power === 'undecided') {
        return {
          outcome: 'unknown',
          subject,
          message: `${user.name}: the snapshot lacks the document of ${unread.join(', ')}.`,
          evidence: { ...evidence, unread },
          remedy: 'Take the snapshot again; the document was not there to judge.',
        };
      }
      const message = `${user.name} ${adminClause(power, paths.join('; '))}.`;
      return { outcome: adminOutcome(power), subject, message, evidence };
    });
  },
});
