import { defineCheck } from './check.ts';
import { nobodyHasPassword, noPasswords } from './password-policy-check.ts';

export const passwordPolicyExists = defineCheck({
  id: 'password-policy-exists',
  title: 'The account has a password policy of its own',
  severity: 'medium',
  subject: 'account',
  rationale:
    "AWS's default policy lets users choose eight characters, and a password that they had before.",
  remedy: 'Set a password policy in IAM, "Account settings", or in the manifest.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
  needs: ['passwordPolicy'],
  uses: ['credentialReport'],
  run: ({ passwordPolicy }, { accountArn }, { credentialReport }) => {
    if (credentialReport.status === 'known' && nobodyHasPassword(credentialReport.value)) {
      return [noPasswords(accountArn, credentialReport.value)];
    }
    return [
      {
        outcome: passwordPolicy === null ? 'fail' : 'pass',
        subject: accountArn,
        message:
          passwordPolicy === null
            ? "The account has no password policy: AWS's default holds."
            : 'The account has a password policy.',
      },
    ];
  },
});
