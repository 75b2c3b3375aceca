import { defineCheck } from '../check.ts';
import { listEmergencyPrincipals } from '../emergency-principals.ts';
import { noneNamed } from './none-named.ts';

export const emergencyCount = defineCheck({
  id: 'emergency-count',
  title: 'Two principals are kept for emergencies',
  severity: 'low',
  subject: 'account',
  rationale:
    'One is lost with its key or its keeper. More than two are powerful credentials that nobody ' +
    'guards any more.',
  remedy: 'Keep two, with credentials in two places, and delete the others.',
  documentation: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access.html',
  controls: ['EMG-1'],
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'roles'],
  run: (parts, context) => {
    const { accountArn: subject, settings } = context;
    if (settings.emergencyPrincipals.length === 0) return [noneNamed(context)];
    const { users, roles } = listEmergencyPrincipals(parts, settings);
    const principals = [...users, ...roles].map(({ arn }) => arn);
    const { length: count } = principals;
    const message = `Kept for emergencies: ${count}${count > 0 ? ` (${principals.join(', ')})` : ''}.`;
    const outcome = count > 2 ? 'fail' : count < 2 ? 'warn' : 'pass';
    return [{ outcome, subject, message, evidence: { principals } }];
  },
});
