import type { PartValue, Role, User } from '../model/snapshot.ts';
import type { CheckContext, Verdict } from './check.ts';
import { ageInDays } from './dates.ts';

/** One verdict per principal on the services it may use and does not. */
export function judgeServices(
  principals: readonly (User | Role)[],
  serviceLastAccessed: PartValue<'serviceLastAccessed'>,
  { now, settings }: CheckContext,
): readonly Verdict[] {
  const limit = settings.roleUnusedDays;
  return principals.flatMap(({ name, arn: subject, createdAt }): readonly Verdict[] => {
    const read = serviceLastAccessed[subject];
    if (read === undefined) return [];
    if (read.status === 'unknown') {
      const { message, permission } = read.reason;
      return [
        {
          outcome: 'unknown',
          subject,
          message: `The services that ${name} uses could not be read: ${message}`,
          evidence: { missingPermissions: permission === undefined ? [] : [permission] },
          remedy:
            permission === undefined
              ? 'Take the snapshot again.'
              : `Allow ${permission} to the credentials that run the check.`,
        },
      ];
    }
    const stale = read.value
      .filter(({ lastUsedAt }) => ageInDays(lastUsedAt ?? createdAt, now) > limit)
      .map(({ service }) => service)
      .toSorted();
    const evidence = { stale, granted: read.value.length };
    return stale.length > 0
      ? [
          {
            outcome: 'fail',
            subject,
            message: `${name} did not use for ${limit} days: ${stale.join(', ')}.`,
            evidence,
          },
        ]
      : [{ outcome: 'pass', subject, message: `${name} uses every service it may use.`, evidence }];
  });
}
