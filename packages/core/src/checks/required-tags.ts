import type { Role, User } from '../model/snapshot.ts';
import type { CheckContext, Verdict } from './check.ts';

/** One verdict per principal on the tags it must have; one in all where none are required. */
export function judgeTags(
  principals: readonly (User | Role)[],
  required: readonly string[],
  { accountArn }: CheckContext,
): readonly Verdict[] {
  if (required.length === 0) {
    const message = 'No tags are required by the settings.';
    return [{ outcome: 'not-applicable', subject: accountArn, message }];
  }
  return principals.map(({ name, arn, tags }) => {
    // IAM keeps the case of a tag key of users and roles and ignores it when it compares.
    const keys = new Set(Object.keys(tags).map((key) => key.toLowerCase()));
    const missing = required.filter((key) => !keys.has(key.toLowerCase()));
    return {
      outcome: missing.length > 0 ? 'fail' : 'pass',
      subject: arn,
      message:
        missing.length > 0
          ? `${name} lacks the tags ${missing.join(', ')}.`
          : `${name} has the required tags.`,
      evidence: { missing },
    };
  });
}
