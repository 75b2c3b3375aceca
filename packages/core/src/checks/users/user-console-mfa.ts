import { defineCheck } from '../check.ts';
import { judgeUserRows } from '../credential-rows.ts';

export const userConsoleMfa = defineCheck({
  id: 'user-console-mfa',
  title: 'Every user with a console password has MFA',
  severity: 'high',
  subject: 'user',
  rationale: 'A password that leaks or is guessed opens the account to anyone, from anywhere.',
  remedy:
    'Have the user register an MFA device, or remove the console password; better, let people ' +
    'sign in through IAM Identity Center.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html',
  needs: ['credentialReport'],
  run: ({ credentialReport }) =>
    judgeUserRows(credentialReport, ({ user, password, mfaActive, passwordLastUsedAt }) => {
      const evidence = { mfaActive, passwordLastUsedAt: passwordLastUsedAt ?? null };
      if (password === 'unknown' && !mfaActive) {
        const message = `${user} has no MFA device; AWS does not say whether it has a password.`;
        return [{ outcome: 'unknown', message, evidence }];
      }
      if (password !== 'enabled') return [];
      return [
        {
          outcome: mfaActive ? 'pass' : 'fail',
          message: mfaActive
            ? `${user} has a password and MFA.`
            : `${user} has a console password and no MFA device.`,
          evidence,
        },
      ];
    }),
});
