import { defineCheck } from '../check.ts';
import { activeKeys, judgeUserRows, type RowVerdict } from '../credential-rows.ts';
import { ageInDays, inDays } from '../dates.ts';

export const keyAge = defineCheck({
  id: 'key-age',
  title: 'Every active access key is young enough',
  severity: 'medium',
  subject: 'access-key',
  rationale: 'The longer a key lives, the more places and people have had it.',
  remedy:
    'Replace what uses the key by a role. Where that cannot be: create a second key, move its ' +
    'users over, make the old one inactive, then delete it.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html',
  controls: ['KEY-1'],
  settings: ['accessKeyMaxAgeDays'],
  needs: ['credentialReport'],
  run: ({ credentialReport }, { now, settings }) =>
    judgeUserRows(credentialReport, (row) =>
      activeKeys(row).map(({ key, label, accessKey }): RowVerdict => {
        const { lastRotatedAt } = accessKey;
        if (lastRotatedAt === undefined) {
          return { key, outcome: 'unknown', message: `${label} has no date in the report.` };
        }
        const age = ageInDays(lastRotatedAt, now);
        const limit = settings.accessKeyMaxAgeDays;
        return {
          key,
          outcome: age > limit ? 'fail' : 'pass',
          message: `${label} is ${inDays(age)} old; the limit is ${limit}.`,
          evidence: { lastRotatedAt, lastUsedAt: accessKey.lastUsedAt ?? null },
        };
      }),
    ),
});
