import { defineCheck } from '../check.ts';
import { userRows } from '../credential-rows.ts';
import { isIdentityCenterRole } from '../identity-center-role.ts';
import { indexPower } from '../principal-power.ts';

export const iamAdministratorUser = defineCheck({
  id: 'iam-administrator-user',
  title: 'Somebody besides root is administrator',
  severity: 'medium',
  subject: 'account',
  rationale:
    'Where there is no administrator, root does the daily work, and nothing bounds or names who ' +
    'did it.',
  remedy:
    'Make administrators in IAM Identity Center. Without it: a group Administrators with ' +
    'AdministratorAccess, a user Administrator in it, with MFA and a password that it has to ' +
    'change (IAMUserChangePassword).',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/getting-started-account-iam.html',
  controls: ['ADM-1'],
  needs: ['users', 'groups', 'roles', 'policies'],
  uses: ['credentialReport'],
  run: ({ users, groups, roles, policies }, context, { credentialReport }) => {
    const subject = context.accountArn;
    const index = indexPower({ policies, groups }, context);
    const rows = credentialReport.status === 'known' ? userRows(credentialReport.value) : [];
    const found = users
      .map((user) => ({ user, ...index.ofUser(user) }))
      .filter(({ power }) => power !== 'none')
      .toSorted((a, b) => (a.user.arn < b.user.arn ? -1 : 1));
    const admins = found
      .filter(({ power }) => power !== 'undecided')
      .map(({ user: { name, arn }, power, paths }) => ({
        name,
        power,
        paths,
        mfaActive: rows.find((row) => row.arn === arn)?.mfaActive ?? null,
      }));
    const idc = roles.filter(isIdentityCenterRole).map((role) => index.ofRole(role).power);
    const evidence = { administrators: admins };
    const list = admins.map(({ name }) => name).join(', ');
    if (admins.some(({ power }) => power === 'full' || power === 'escalation')) {
      return [{ outcome: 'pass', subject, message: `Administrators: ${list}.`, evidence }];
    }
    if (idc.some((power) => power === 'full' || power === 'escalation')) {
      const message = 'Administrators come through IAM Identity Center, which is better.';
      return [{ outcome: 'not-applicable', subject, message, evidence }];
    }
    if (found.length > admins.length || idc.includes('undecided')) {
      const message = 'What the snapshot lacks decides whether anybody is administrator.';
      const remedy = 'Take the snapshot again; a policy or group was not there to judge.';
      return [{ outcome: 'unknown', subject, message, evidence, remedy }];
    }
    if (admins.length > 0) {
      const message = `Administrators while a condition holds: ${list}.`;
      return [{ outcome: 'warn', subject, message, evidence }];
    }
    return [{ outcome: 'fail', subject, message: 'No user is administrator.', evidence }];
  },
});
