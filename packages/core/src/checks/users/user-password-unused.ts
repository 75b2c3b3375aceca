import { defineCheck } from '../check.ts';
import { judgeUserRows } from '../credential-rows.ts';
import { ageInDays, inDays } from '../dates.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';

export const userPasswordUnused = defineCheck({
  id: 'user-password-unused',
  title: 'Every console password is in use',
  severity: 'medium',
  subject: 'user',
  rationale: 'A password that nobody uses is one whose theft nobody notices.',
  remedy: 'Ask the owner, then remove the console password (iam:DeleteLoginProfile).',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html',
  settings: ['credentialUnusedDays', 'emergencyPrincipals'],
  needs: ['credentialReport'],
  run: ({ credentialReport }, { now, settings }) =>
    judgeUserRows(credentialReport, (row) => {
      if (row.password !== 'enabled') return [];
      const since = row.passwordLastUsedAt ?? row.passwordLastChangedAt ?? row.createdAt;
      if (since === undefined) {
        const message = `The report has no date for the password of ${row.user}.`;
        return [{ outcome: 'unknown', message }];
      }
      const age = ageInDays(since, now);
      const limit = settings.credentialUnusedDays;
      const said =
        row.passwordLastUsedAt === undefined
          ? `The password of ${row.user} was never used in ${inDays(age)}`
          : `The password of ${row.user} was last used ${inDays(age)} ago`;
      const evidence = { passwordLastUsedAt: row.passwordLastUsedAt ?? null, countedFrom: since };
      // Not to be used is what an emergency user is for.
      if (age > limit && isEmergencyPrincipal(row, settings)) {
        return [{ outcome: 'pass', message: `${said}; it is kept for emergencies.`, evidence }];
      }
      return [
        {
          outcome: age > limit ? 'fail' : 'pass',
          message: `${said}; the limit is ${limit}.`,
          evidence,
        },
      ];
    }),
});
