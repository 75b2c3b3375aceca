import { defineCheck } from '../check.ts';
import { ageInDays, inDays } from '../dates.ts';
import { judgeEmergencyUse } from './emergency-use.ts';

export const emergencyDrilled = defineCheck({
  id: 'emergency-drilled',
  title: 'Emergency access was tried',
  severity: 'low',
  subject: 'user',
  rationale:
    'A password that nobody finds, a key that does not fit, a policy that lacks a right: these ' +
    'show in a drill, or in the emergency.',
  remedy:
    'Sign in with it once a year as in an emergency, from its safe to a change that is undone, ' +
    'and see that the alarm rings.',
  documentation: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access.html',
  controls: ['EMG-1'],
  settings: ['emergencyPrincipals', 'emergencyDrillDays'],
  needs: ['users', 'groups', 'roles', 'credentialReport'],
  run: (parts, context) =>
    judgeEmergencyUse(parts, context, ({ name, createdAt, lastUsedAt }) => {
      const limit = context.settings.emergencyDrillDays;
      if (lastUsedAt === undefined) {
        const isNew = ageInDays(createdAt, context.now) <= limit;
        return { outcome: isNew ? 'warn' : 'fail', message: `AWS knows of no use of ${name}.` };
      }
      const age = ageInDays(lastUsedAt, context.now);
      const message = `${name} was last used ${inDays(age)} ago; a drill is due every ${inDays(limit)}.`;
      return { outcome: age > limit ? 'fail' : 'pass', message };
    }),
});
