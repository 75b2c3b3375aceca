import { defineCheck } from '../check.ts';
import { rootRow } from '../credential-rows.ts';
import { ageInDays, inDays, latest } from '../dates.ts';

export const rootNotUsed = defineCheck({
  id: 'root-not-used',
  title: 'The root user was not used lately',
  severity: 'high',
  subject: 'account',
  rationale:
    'Few tasks need root. Its use shows work that a role should do, or a stranger at the wheel, ' +
    'and no policy limits what it does.',
  remedy:
    'Find in CloudTrail what root did (userIdentity.type = Root). If it was none of yours, treat ' +
    'the account as compromised; if it was, give the task to a role.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html',
  controls: ['ROOT-3'],
  settings: ['rootUnusedDays'],
  needs: ['credentialReport'],
  run: ({ credentialReport }, { accountArn, now, settings }) => {
    const subject = accountArn;
    const root = rootRow(credentialReport);
    if (root === undefined) {
      const message = 'The credential report has no row for the root user.';
      return [{ outcome: 'unknown', subject, message }];
    }
    const lastUsedAt = latest([
      root.passwordLastUsedAt,
      ...root.accessKeys.map((accessKey) => accessKey.lastUsedAt),
    ]);
    const evidence = {
      lastUsedAt: lastUsedAt ?? null,
      reportGeneratedAt: credentialReport.generatedAt,
    };
    if (lastUsedAt === undefined) {
      return [{ outcome: 'pass', subject, message: 'AWS knows of no use of root.', evidence }];
    }
    const age = ageInDays(lastUsedAt, now);
    const limit = settings.rootUnusedDays;
    const used = age <= limit;
    return [
      {
        outcome: used ? 'fail' : 'pass',
        subject,
        message: `The root user was last used ${inDays(age)} ago${used ? `; it should rest for more than ${inDays(limit)}` : ''}.`,
        evidence,
        // Today or yesterday there may still be someone to catch.
        severity: used && age > 1 ? 'medium' : 'high',
      },
    ];
  },
});
