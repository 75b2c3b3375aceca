import { defineCheck } from '../check.ts';
import { inactiveKeys, judgeUserRows, type RowVerdict } from '../credential-rows.ts';
import { ageInDays, inDays } from '../dates.ts';

export const keyInactiveLeftover = defineCheck({
  id: 'key-inactive-leftover',
  title: 'No inactive access key is left behind',
  severity: 'low',
  subject: 'access-key',
  rationale:
    'An inactive key is one call (iam:UpdateAccessKey) from being active again, with a secret ' +
    'that may long be elsewhere.',
  remedy: 'Delete the key (iam:DeleteAccessKey).',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  controls: ['KEY-1'],
  settings: ['inactiveKeyMaxAgeDays'],
  needs: ['credentialReport'],
  run: ({ credentialReport }, { now, settings }) =>
    judgeUserRows(credentialReport, (row) =>
      inactiveKeys(row).flatMap(({ key, label, accessKey: { lastRotatedAt } }): RowVerdict[] => {
        if (lastRotatedAt === undefined) return [];
        // AWS does not show when a key was made inactive, only when it was created.
        const age = ageInDays(lastRotatedAt, now);
        const limit = settings.inactiveKeyMaxAgeDays;
        return [
          {
            key,
            outcome: age > limit ? 'fail' : 'pass',
            message: `${label} is inactive and ${inDays(age)} old; the limit is ${limit}.`,
            evidence: { lastRotatedAt },
          },
        ];
      }),
    ),
});
