import { defineCheck } from '../check.ts';

export const accountIntended = defineCheck({
  id: 'account-intended',
  title: 'The account is one of those that are meant',
  severity: 'high',
  subject: 'account',
  rationale:
    'Credentials of the wrong account make a report that calms the wrong people, and changes ' +
    'where nobody expects them.',
  remedy:
    'Compare the number with that at the top right of the console; name your accounts in the ' +
    'setting expectedAccounts to have it compared for you.',
  documentation:
    'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html',
  controls: ['ACC-1'],
  settings: ['expectedAccounts'],
  needs: [],
  run: (_, { account, accountArn: subject, settings: { expectedAccounts } }) => {
    const evidence = { account, expectedAccounts };
    if (expectedAccounts.length === 0) {
      const message = `The credentials are of account ${account}; the settings name none to compare it with.`;
      return [{ outcome: 'manual', subject, message, evidence }];
    }
    return expectedAccounts.includes(account)
      ? [{ outcome: 'pass', subject, message: `Account ${account} is expected.`, evidence }]
      : [{ outcome: 'fail', subject, message: `Account ${account} is not expected.`, evidence }];
  },
});
