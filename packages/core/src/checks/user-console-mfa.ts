import { defineCheck } from './check.ts';
import { userRows } from './credential-rows.ts';

/** CIS AWS Foundations 7.0 2.10; Security Hub IAM.5. */
export const userConsoleMfa = defineCheck({
  id: 'user-console-mfa',
  title: 'Every user with a console password has MFA',
  severity: 'high',
  subject: 'user',
  rationale: 'A password that leaks or is guessed opens the account to anyone, from anywhere.',
  remedy:
    'Have the user register an MFA device, or remove the console password; better, let people ' +
    'sign in through IAM Identity Center.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html',
  needs: ['credentialReport'],
  run: ({ credentialReport }) =>
    userRows(credentialReport)
      .filter((row) => row.password === 'enabled')
      .map((row) => ({
        outcome: row.mfaActive ? 'pass' : 'fail',
        subject: row.arn,
        message: row.mfaActive
          ? `${row.user} has a password and MFA.`
          : `${row.user} has a console password and no MFA device.`,
        evidence: { passwordLastUsedAt: row.passwordLastUsedAt ?? null },
      })),
});
