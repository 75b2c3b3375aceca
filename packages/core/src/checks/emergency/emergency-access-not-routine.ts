import { defineCheck } from '../check.ts';
import { ageInDays, inDays } from '../dates.ts';
import { judgeEmergencyUse } from './emergency-use.ts';

export const emergencyAccessNotRoutine = defineCheck({
  id: 'emergency-access-not-routine',
  title: 'Nobody used emergency access lately',
  severity: 'medium',
  subject: 'user',
  rationale:
    'Its use is an emergency, a drill, or somebody who should not have it; all three are worth a ' +
    'look while the traces are fresh.',
  remedy:
    'Find in CloudTrail who used it and for what. Where it was neither emergency nor drill, ' +
    'change its credentials and give the work to a role.',
  documentation: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access.html',
  controls: ['EMG-1'],
  settings: ['emergencyPrincipals', 'emergencyRoutineDays'],
  needs: ['users', 'groups', 'roles', 'credentialReport'],
  run: (parts, context) =>
    judgeEmergencyUse(parts, context, ({ name, lastUsedAt }) => {
      if (lastUsedAt === undefined) {
        return { outcome: 'pass', message: `AWS knows of no use of ${name}.` };
      }
      const age = ageInDays(lastUsedAt, context.now);
      const limit = context.settings.emergencyRoutineDays;
      const message = `${name} was last used ${inDays(age)} ago; use within ${inDays(limit)} is told.`;
      return { outcome: age <= limit ? 'fail' : 'pass', message };
    }),
});
