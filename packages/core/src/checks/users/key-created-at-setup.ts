import { defineCheck } from '../check.ts';
import { activeKeys, judgeUserRows, type RowVerdict } from '../credential-rows.ts';

/** A person takes longer from one page of the console to the next; a form does it at once. */
const atOnce = 10_000;

export const keyCreatedAtSetup = defineCheck({
  id: 'key-created-at-setup',
  title: 'No access key was made together with a user who has a password',
  severity: 'low',
  subject: 'access-key',
  rationale:
    'A key that comes with the user is often one nobody asked for: it is never used, and never ' +
    'missed when it leaks.',
  remedy: 'Ask whether the key is needed; if it is, replace it by a role, or else delete it.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  controls: ['KEY-1'],
  needs: ['credentialReport'],
  run: ({ credentialReport }) =>
    judgeUserRows(credentialReport, (row) => {
      if (row.password !== 'enabled') return [];
      return activeKeys(row).map(({ key, label, accessKey }): RowVerdict => {
        const { lastRotatedAt, lastUsedAt } = accessKey;
        if (row.createdAt === undefined || lastRotatedAt === undefined) {
          return { key, outcome: 'unknown', message: `${label} has no date in the report.` };
        }
        const together = Date.parse(lastRotatedAt) - Date.parse(row.createdAt) <= atOnce;
        return {
          key,
          outcome: together ? 'fail' : 'pass',
          message: `${label} was made ${together ? 'together with' : 'after'} the user.`,
          evidence: {
            userCreatedAt: row.createdAt,
            keyCreatedAt: lastRotatedAt,
            lastUsedAt: lastUsedAt ?? null,
          },
        };
      });
    }),
});
