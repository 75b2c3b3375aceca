import { defineCheck } from '../check.ts';

export const rootMailbox = defineCheck({
  id: 'root-mailbox',
  title: 'The mailbox of the root user belongs to a team',
  severity: 'medium',
  subject: 'account',
  rationale:
    'Whoever reads this mailbox can reset the root password. One of a single person leaves with ' +
    'that person, and with it the account.',
  remedy:
    'See under "Account" which address the root user has: a shared mailbox in a domain that is ' +
    'yours, protected by MFA, read by more than one person; change it otherwise.',
  documentation:
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-root-user-email.html',
  needs: [],
  run: (_, { accountArn: subject, partition }) => {
    if (partition === 'aws-us-gov') {
      const message = 'The root mailbox is that of the commercial account behind this one.';
      return [{ outcome: 'not-applicable', subject, message }];
    }
    const message = 'AWS does not tell an account whose mailbox its root user has.';
    return [{ outcome: 'manual', subject, message }];
  },
});
