import { known } from '../../model/part.ts';
import type { CheckSettings } from '../../model/settings.ts';
import type { CredentialRow, SnapshotParts } from '../../model/snapshot.ts';
import { defineCheck } from '../check.ts';
import { judgeUserRows } from '../credential-rows.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';
import { listEmergencyPrincipals } from '../emergency-principals.ts';
import { identityCenterSigns, identityCenterUse } from '../identity-center-use.ts';
import { findReportGaps } from '../report-gaps.ts';

export const usersNoHumanIamUsers = defineCheck({
  id: 'users-no-human-iam-users',
  title: 'People sign in by federation, not as users of IAM',
  severity: 'medium',
  subject: 'user',
  rationale:
    'A user of IAM keeps its password when the person leaves the company; one that comes through ' +
    'the identity provider is gone with the account there.',
  remedy:
    'Give the person a permission set in IAM Identity Center, then remove the console password ' +
    '(aws iam delete-login-profile). Name users kept for emergencies in the setting ' +
    'emergencyPrincipals.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  controls: ['FED-1'],
  settings: ['emergencyPrincipals'],
  needs: ['credentialReport'],
  uses: [...identityCenterSigns, 'users', 'groups'],
  run: ({ credentialReport }, context, used) => {
    const isEmergencyUser = emergencyUserTest(used, context.settings);
    const use = identityCenterUse(used, context);
    const { kind } = use;
    const verdicts = judgeUserRows(credentialReport, (row) => {
      const { user, password } = row;
      if (password === 'disabled' || password === 'not-supported') return [];
      const evidence = { password, identityCenter: kind };
      if (isEmergencyUser(row)) {
        return [{ outcome: 'pass', message: `${user} is kept for emergencies.`, evidence }];
      }
      if (password === 'unknown') {
        const message = `AWS does not say whether ${user} has a password.`;
        return [{ outcome: 'unknown', message, evidence }];
      }
      if (use.kind === 'unclear') {
        const { why } = use;
        const message = `${user} has a console password. Whether people come through IAM Identity Center is not known. ${why.message}`;
        return [
          {
            outcome: 'unknown',
            message,
            evidence: { ...evidence, ...why.evidence },
            ...(why.remedy !== undefined && { remedy: why.remedy }),
          },
        ];
      }
      // Without another way in there is nothing yet that the person could change to.
      return kind === 'in-use'
        ? [{ outcome: 'fail', message: `${user} has a console password.`, evidence }]
        : [
            {
              outcome: 'warn',
              message: `${user} has a console password; nothing shows that people could come through IAM Identity Center.`,
              evidence,
            },
          ];
    });
    const gaps = findReportGaps({ users: used.users, credentialReport: known(credentialReport) });
    if (verdicts.length > 0 || (gaps && gaps.unreported.length > 0)) return verdicts;
    const message = 'No user has a console password.';
    const evidence = { reportGeneratedAt: credentialReport.generatedAt };
    return [{ outcome: 'pass', subject: context.accountArn, message, evidence }];
  },
});

/** Members of a group that is kept for emergencies count, where the groups could be read. */
function emergencyUserTest(
  { users, groups }: Pick<SnapshotParts, 'users' | 'groups'>,
  settings: CheckSettings,
): (row: CredentialRow) => boolean {
  const parts = {
    users: users.status === 'known' ? users.value : [],
    groups: groups.status === 'known' ? groups.value : [],
    roles: [],
  };
  const arns = new Set(listEmergencyPrincipals(parts, settings).users.map(({ arn }) => arn));
  return (row) => arns.has(row.arn) || isEmergencyPrincipal(row, settings);
}
