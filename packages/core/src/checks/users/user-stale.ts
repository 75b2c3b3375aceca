import type { Part } from '../../model/part.ts';
import type { CredentialRow } from '../../model/snapshot.ts';
import { defineCheck } from '../check.ts';
import { activeKeys, judgeUserRows } from '../credential-rows.ts';
import { ageInDays, inDays, latest } from '../dates.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';

export const userStale = defineCheck({
  id: 'user-stale',
  title: 'Every user is in use',
  severity: 'medium',
  subject: 'user',
  rationale: 'Users outlive the people and programs they were made for, and keep their rights.',
  remedy: 'Ask the owner, take the credentials away, and delete the user when nobody misses it.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_remove.html',
  settings: ['userStaleDays', 'emergencyPrincipals'],
  needs: ['credentialReport'],
  uses: ['serviceSpecificCredentials'],
  run: ({ credentialReport }, { now, settings }, { serviceSpecificCredentials }) => {
    const denied = deniedRead(serviceSpecificCredentials);
    const others = new Set(
      serviceSpecificCredentials.status === 'known'
        ? serviceSpecificCredentials.value.filter((c) => c.active).map((c) => c.userName)
        : [],
    );
    return judgeUserRows(credentialReport, (row) => {
      const lastSeenAt = lastSign(row);
      if (lastSeenAt === undefined) {
        return [{ outcome: 'unknown', message: `The report has no date for ${row.user}.` }];
      }
      const age = ageInDays(lastSeenAt, now);
      const limit = settings.userStaleDays;
      const said = `${row.user} gave no sign of life for ${inDays(age)}`;
      const evidence = { lastSeenAt };
      if (age <= limit) return [{ outcome: 'pass', message: `${said}; limit ${limit}.`, evidence }];
      if (isEmergencyPrincipal(row, settings)) {
        return [{ outcome: 'pass', message: `${said}; it is kept for emergencies.`, evidence }];
      }
      if (others.has(row.user)) {
        const message = `${said}, but has a service credential whose use AWS does not show.`;
        return [{ outcome: 'warn', message, evidence }];
      }
      if (denied !== undefined) {
        return [
          {
            outcome: 'unknown',
            message: `${said}; credentials for single services could not be read.`,
            evidence: { ...evidence, missingPermissions: denied },
            remedy: `Allow ${denied.join(', ')} to the credentials that run the check.`,
          },
        ];
      }
      return [{ outcome: 'fail', message: `${said}; the limit is ${limit}.`, evidence }];
    });
  },
});

/** What would have to be allowed for the part to be read, if anything. */
function deniedRead(part: Part<unknown>): readonly string[] | undefined {
  const permission = part.status === 'unknown' ? part.reason.permission : undefined;
  return permission === undefined ? undefined : [permission];
}

/** The last use of any credential or, of those never used, when they or the user were made. */
function lastSign(row: CredentialRow): string | undefined {
  return latest([
    row.createdAt,
    row.passwordLastUsedAt,
    row.password === 'enabled' ? row.passwordLastChangedAt : undefined,
    ...row.accessKeys.map(({ lastUsedAt }) => lastUsedAt),
    ...activeKeys(row).map(({ accessKey }) => accessKey.lastRotatedAt),
  ]);
}
