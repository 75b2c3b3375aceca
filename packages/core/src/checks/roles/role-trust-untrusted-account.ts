import { defineCheck, type Verdict } from '../check.ts';
import { listLabels, ownRoles, readOutsideTrusts, trustUndecided } from '../outside-trusts.ts';

export const roleTrustUntrustedAccount = defineCheck({
  id: 'role-trust-untrusted-account',
  title: 'Roles trust only accounts that are known',
  severity: 'high',
  subject: 'role',
  rationale:
    'A role that trusts an account nobody knows any more, of a former supplier or a trial, is a ' +
    'door that stays open.',
  remedy:
    'Find out whose account it is. If nobody needs it, take it out of the trust policy ' +
    '(iam:UpdateAssumeRolePolicy); if it is known, name it in the setting trustedAccounts.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  settings: ['trustedAccounts'],
  needs: ['roles'],
  uses: ['organization', 'organizationAccounts'],
  run: ({ roles }, context, used) => {
    const trusts = readOutsideTrusts(used, context);
    const { unlisted } = trusts.relations;
    return ownRoles(roles).map((role): Verdict => {
      const { outsiders, undecided } = trusts.of(role);
      const { name, arn: subject } = role;
      const strange = outsiders.filter(({ relation }) => relation === 'outside');
      const unsure = outsiders.filter(({ relation }) => relation === 'undecided');
      const evidence = {
        outsiders: outsiders.map(({ label, relation }) => `${label}: ${relation}`),
      };
      if (strange.length > 0) {
        const message = `${name} trusts ${listLabels(strange)}, which is not known.`;
        return { outcome: 'fail', subject, message, evidence };
      }
      if (undecided !== undefined) return trustUndecided(role, undecided);
      if (unsure.length > 0) {
        const message =
          `${name} trusts ${listLabels(unsure)}, which trustedAccounts does not name; ` +
          `${unlisted.message}.`;
        return {
          outcome: 'warn',
          subject,
          message,
          evidence: { ...evidence, ...unlisted.evidence },
        };
      }
      return { outcome: 'pass', subject, message: `${name} trusts known accounts only.`, evidence };
    });
  },
});
