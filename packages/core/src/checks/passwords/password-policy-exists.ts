import { defineCheck } from '../check.ts';
import { noPasswords, passwordUses } from './password-policy-check.ts';

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
  uses: passwordUses,
  run: ({ passwordPolicy }, { accountArn }, used) => {
    const idle = noPasswords(accountArn, used);
    if (idle !== undefined) return [idle];
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
