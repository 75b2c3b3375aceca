import { asList, statementsOf } from '@rolecall/policy';
import type { Role } from '../../model/snapshot.ts';
import { adminClause, adminOutcome, lockoutCaution } from '../admin-outcome.ts';
import { awsOwnership } from '../aws-owned-role.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';
import { servesManagement } from '../management-role.ts';
import { indexPower } from '../principal-power.ts';

export const roleAdmin = defineCheck({
  id: 'role-admin',
  title: 'No role is administrator, but for emergencies and Identity Center',
  severity: 'high',
  subject: 'role',
  rationale:
    'Whoever may assume an administrator role is administrator: a person, another account, or a ' +
    'program on a machine that somebody breaks into.',
  remedy:
    'Replace the listed policies by the permissions that the role uses, or narrow the trust ' +
    `policy to those who are meant. ${lockoutCaution}`,
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  controls: ['LP-1'],
  settings: ['emergencyPrincipals', 'delegatedAdministrators'],
  needs: ['roles', 'groups', 'policies'],
  uses: ['organization'],
  run: ({ roles, groups, policies }, context, used) => {
    const index = indexPower({ policies, groups }, context);
    return roles.map((role): Verdict => {
      const { power, paths, unread } = index.ofRole(role);
      const { name, arn: subject } = role;
      const trusts = trustedNames(role);
      const evidence = { power, paths, trusts };
      const pass = (message: string) => ({ outcome: 'pass' as const, subject, message, evidence });
      if (power === 'none') return pass(`${name} is no administrator.`);
      if (isEmergencyPrincipal(role, context.settings)) return pass(`${name} is for emergencies.`);
      const fixed = awsOwnership(role);
      if (fixed !== undefined) {
        return { ...pass(`${name} has power of administrator; it is ${fixed}.`), severity: 'info' };
      }
      if (power === 'undecided') {
        return {
          outcome: 'unknown',
          subject,
          message: `${name}: the snapshot lacks the document of ${unread.join(', ')}.`,
          evidence: { ...evidence, unread },
          remedy: 'Take the snapshot again; the document was not there to judge.',
        };
      }
      const who = trusts.length > 0 ? trusts.join(', ') : 'nobody';
      const message = `${name} ${adminClause(power, paths.join('; '))}; it trusts ${who}.`;
      if (servesManagement(role, used, context)) {
        return {
          outcome: 'warn',
          subject,
          message,
          evidence,
          remedy:
            'By its name it lets the management account administer this one. See that its trust ' +
            'policy names only that account, and that it is still needed.',
        };
      }
      return { outcome: adminOutcome(power), subject, message, evidence };
    });
  },
});

/** As the trust policy writes them. */
function trustedNames({ trust }: Role): readonly string[] {
  const names = statementsOf(trust).flatMap(({ Effect, Principal, NotPrincipal }) => {
    if (Effect !== 'Allow') return [];
    if (NotPrincipal !== undefined) return ['everyone but some'];
    if (typeof Principal !== 'object') return asList(Principal);
    return Object.values(Principal).flatMap((values) => asList(values));
  });
  return [...new Set(names)].toSorted();
}
