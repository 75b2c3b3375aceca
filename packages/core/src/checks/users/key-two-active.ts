import { defineCheck } from '../check.ts';
import { activeKeys, judgeUserRows } from '../credential-rows.ts';
import { ageInDays, inDays, latest } from '../dates.ts';

export const keyTwoActive = defineCheck({
  id: 'key-two-active',
  title: 'No user has two active access keys for long',
  severity: 'medium',
  subject: 'user',
  rationale:
    'The second key is there for the days of a rotation. One that stays is a rotation that ' +
    'nobody finished, and leaves no slot for the next.',
  remedy: 'See which key is not used any more, make it inactive, then delete it.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html',
  controls: ['KEY-1'],
  settings: ['keyRotationGraceDays'],
  needs: ['credentialReport'],
  run: ({ credentialReport }, { now, settings }) =>
    judgeUserRows(credentialReport, (row) => {
      const keys = activeKeys(row);
      if (keys.length === 0) return [];
      if (keys.length === 1) {
        return [{ outcome: 'pass', message: `${row.user} has one active access key.` }];
      }
      const youngest = latest(keys.map(({ accessKey }) => accessKey.lastRotatedAt));
      const evidence = { youngestKeyAt: youngest ?? null };
      if (youngest === undefined) {
        const message = `${row.user} has two active access keys of unknown age.`;
        return [{ outcome: 'warn', message, evidence }];
      }
      const age = ageInDays(youngest, now);
      const grace = settings.keyRotationGraceDays;
      const said = `${row.user} has two active access keys, the younger for ${inDays(age)}`;
      return age < grace
        ? [{ outcome: 'warn', message: `${said}: a rotation that has ${grace}.`, evidence }]
        : [{ outcome: 'fail', message: `${said}; a rotation has ${grace}.`, evidence }];
    }),
});
