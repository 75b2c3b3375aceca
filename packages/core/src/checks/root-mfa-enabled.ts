import { defineCheck, type Verdict } from './check.ts';

/** CIS AWS Foundations 7.0 2.5; Security Hub IAM.9. */
export const rootMfaEnabled = defineCheck({
  id: 'root-mfa-enabled',
  title: 'The root user signs in with MFA',
  severity: 'critical',
  subject: 'account',
  rationale:
    'No policy of the account binds the root user: whoever has its password alone can read, ' +
    'change and close everything.',
  remedy:
    'Sign in as root, open "Security credentials" and assign an MFA device; register a second ' +
    'one (up to eight) for the day the first is lost.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html',
  needs: ['accountSummary'],
  uses: ['credentialReport'],
  run: ({ accountSummary }, { accountArn }, { credentialReport }) => {
    const say = (outcome: Verdict['outcome'], message: string): Verdict[] => [
      {
        outcome,
        subject: accountArn,
        message,
        evidence: {
          AccountMFAEnabled: accountSummary.AccountMFAEnabled ?? null,
          AccountPasswordPresent: accountSummary.AccountPasswordPresent ?? null,
          AccountAccessKeysPresent: accountSummary.AccountAccessKeysPresent ?? null,
        },
      },
    ];
    const root =
      credentialReport.status === 'known'
        ? credentialReport.value.rows.find((row) => row.isRoot)
        : undefined;
    if (root?.password === 'not-supported') {
      return say('not-applicable', 'AWS does not report the root password in this partition.');
    }
    if (accountSummary.AccountMFAEnabled === undefined) {
      return say('unknown', 'GetAccountSummary does not say whether root has MFA.');
    }
    if (accountSummary.AccountMFAEnabled > 0) return say('pass', 'The root user has MFA.');
    const hasCredentials =
      accountSummary.AccountPasswordPresent !== 0 || accountSummary.AccountAccessKeysPresent !== 0;
    return hasCredentials
      ? say('fail', 'The root user has credentials and no MFA device.')
      : say('pass', 'The root user has no credentials that MFA could protect.');
  },
});
