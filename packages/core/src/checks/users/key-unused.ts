import { defineCheck } from '../check.ts';
import { activeKeys, judgeUserRows, type RowVerdict } from '../credential-rows.ts';
import { ageInDays, inDays } from '../dates.ts';

export const keyUnused = defineCheck({
  id: 'key-unused',
  title: 'Every active access key is in use',
  severity: 'medium',
  subject: 'access-key',
  rationale:
    'A forgotten key lies in some file or pipeline and still opens the account to its finder.',
  remedy: 'Make the key inactive, wait for somebody to miss it, then delete it.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html',
  controls: ['KEY-1'],
  settings: ['credentialUnusedDays'],
  needs: ['credentialReport'],
  run: ({ credentialReport }, { now, settings }) =>
    judgeUserRows(credentialReport, (row) =>
      activeKeys(row).map(({ key, label, accessKey }): RowVerdict => {
        const { lastUsedAt, lastRotatedAt } = accessKey;
        const since = lastUsedAt ?? lastRotatedAt ?? row.createdAt;
        if (since === undefined) {
          return { key, outcome: 'unknown', message: `${label} has no date in the report.` };
        }
        const age = ageInDays(since, now);
        const limit = settings.credentialUnusedDays;
        const said =
          lastUsedAt === undefined
            ? `was never used in ${inDays(age)}`
            : `was last used ${inDays(age)} ago`;
        return {
          key,
          outcome: age > limit ? 'fail' : 'pass',
          message: `${label} ${said}; the limit is ${limit}.`,
          evidence: {
            lastUsedAt: lastUsedAt ?? null,
            lastUsedService: accessKey.lastUsedService ?? null,
            lastRotatedAt: lastRotatedAt ?? null,
          },
        };
      }),
    ),
});
