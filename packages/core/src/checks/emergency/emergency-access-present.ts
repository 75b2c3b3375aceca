import { statementsOf } from '@rolecall/policy';
import type { Role } from '../../model/snapshot.ts';
import { awsOwnership } from '../aws-owned-role.ts';
import { type CheckContext, defineCheck, type PartValues } from '../check.ts';
import { listEmergencyPrincipals } from '../emergency-principals.ts';
import { indexPower } from '../principal-power.ts';

export const emergencyAccessPresent = defineCheck({
  id: 'emergency-access-present',
  title: 'There is a way in for emergencies',
  severity: 'medium',
  subject: 'account',
  rationale:
    'When the identity provider or Identity Center is down nobody gets in to mend what is ' +
    'broken, unless somebody prepared for it.',
  remedy:
    'Create a user with a password, a FIDO2 key and no access key in a group of its own, give it ' +
    'what an emergency takes, lock its credentials away, and name it in the setting ' +
    'emergencyPrincipals.',
  documentation: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/emergency-access.html',
  controls: ['EMG-1'],
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'roles', 'policies'],
  run: (parts, context) => {
    const { accountArn: subject, settings } = context;
    if (settings.emergencyPrincipals.length === 0) {
      const candidates = suggestCandidates(parts, context);
      const message =
        candidates.length > 0
          ? `The settings name nobody kept for emergencies; it may be: ${candidates.join(', ')}.`
          : 'The settings name nobody kept for emergencies, and nobody looks like it.';
      return [{ outcome: 'manual', subject, message, evidence: { candidates } }];
    }
    const { users, roles, missing } = listEmergencyPrincipals(parts, settings);
    const found = [...users, ...roles].map(({ arn }) => arn);
    const evidence = { found, missing };
    if (found.length === 0) {
      const message = `None of those kept for emergencies exists: ${settings.emergencyPrincipals.join(', ')}.`;
      return [{ outcome: 'fail', subject, message, evidence }];
    }
    if (missing.length > 0) {
      const message = `The settings name for emergencies what does not exist: ${missing.join(', ')}.`;
      return [{ outcome: 'warn', subject, message, evidence }];
    }
    const message = `Kept for emergencies: ${found.join(', ')}.`;
    return [{ outcome: 'pass', subject, message, evidence }];
  },
});

/** What is called so, or is an administrator role that asks for MFA. */
function suggestCandidates(
  { users, groups, roles, policies }: Pick<PartValues, 'users' | 'groups' | 'roles' | 'policies'>,
  context: CheckContext,
): readonly string[] {
  const index = indexPower({ policies, groups }, context);
  const own = roles.filter((role) => awsOwnership(role) === undefined);
  const named = [...users, ...groups, ...own].filter(({ name }) =>
    /break.?glass|emergency/i.test(name),
  );
  const guarded = own.filter((role) => asksForMfa(role) && index.ofRole(role).power !== 'none');
  return [...new Set([...named, ...guarded].map(({ arn }) => arn))].toSorted();
}

function asksForMfa({ trust }: Role): boolean {
  return statementsOf(trust).some(
    ({ Effect, Condition = {} }) =>
      Effect === 'Allow' && /multifactorauth/i.test(JSON.stringify(Condition)),
  );
}
