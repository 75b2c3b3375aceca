import { defineCheck } from '../check.ts';
import { activeKeys, judgeUserRows } from '../credential-rows.ts';

export const userPasswordAndKeys = defineCheck({
  id: 'user-password-and-keys',
  title: 'No user has both a console password and an access key',
  severity: 'medium',
  subject: 'user',
  rationale:
    'A user is for a person or for a program. One that serves both has the rights of both, and ' +
    'its key escapes the MFA of its sign-in.',
  remedy: 'Give the program a role or a user of its own, then delete the key or the password.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  controls: ['KEY-1'],
  needs: ['credentialReport'],
  run: ({ credentialReport }) =>
    judgeUserRows(credentialReport, (row) => {
      const keys = activeKeys(row).map(({ key }) => key);
      const evidence = { password: row.password, activeKeys: keys };
      if (keys.length === 0 || row.password === 'disabled' || row.password === 'not-supported') {
        return [{ outcome: 'pass', message: `${row.user} has one kind at most.`, evidence }];
      }
      if (row.password === 'unknown') {
        const message = `${row.user} has an access key; AWS does not say whether a password too.`;
        return [{ outcome: 'unknown', message, evidence }];
      }
      const message = `${row.user} has a console password and an active access key.`;
      return [{ outcome: 'fail', message, evidence }];
    }),
});
