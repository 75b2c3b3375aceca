import { adminClause, lockoutCaution } from '../admin-outcome.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { userRows } from '../credential-rows.ts';
import { indexPower } from '../principal-power.ts';

export const adminUserMfa = defineCheck({
  id: 'admin-user-mfa',
  title: 'Every user who is administrator has MFA',
  severity: 'critical',
  subject: 'user',
  rationale: 'One leaked password or key of an administrator is the loss of the account.',
  remedy:
    'Register an MFA device for the user today, or take the administrator policies away. An MFA ' +
    'device protects access keys only where a policy asks for it (aws:MultiFactorAuthPresent). ' +
    lockoutCaution,
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html',
  needs: ['users', 'groups', 'policies', 'credentialReport'],
  run: ({ users, groups, policies, credentialReport }, context) => {
    const index = indexPower({ policies, groups }, context);
    const rows = new Map(userRows(credentialReport).map((row) => [row.arn, row]));
    return users.flatMap((user): readonly Verdict[] => {
      const { power, paths, unread } = index.ofUser(user);
      const row = rows.get(user.arn);
      if (power === 'none') return [];
      const subject = user.arn;
      const evidence = {
        power,
        paths,
        mfaActive: row?.mfaActive ?? null,
        reportGeneratedAt: credentialReport.generatedAt,
      };
      if (row?.mfaActive) {
        return [{ outcome: 'pass', subject, message: `${user.name} has MFA.`, evidence }];
      }
      if (power === 'undecided') {
        const message = `${user.name} has no MFA that shows, and ${unread.join(', ')} was not read.`;
        return [{ outcome: 'unknown', subject, message, evidence }];
      }
      const clause = `${user.name} ${adminClause(power, paths.join('; '))}`;
      if (row === undefined) {
        const message = `${clause}; the credential report does not have the user yet.`;
        return [{ outcome: 'unknown', subject, message, evidence }];
      }
      return [
        {
          // A condition may well be the one that asks for MFA.
          outcome: power === 'conditional' ? 'warn' : 'fail',
          subject,
          message: `${clause}, and has no MFA device.`,
          evidence,
        },
      ];
    });
  },
});
