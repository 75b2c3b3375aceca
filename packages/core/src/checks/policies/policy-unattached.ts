import { defineCheck, type Verdict } from '../check.ts';
import { ageInDays, inDays } from '../dates.ts';
import { isAwsManaged } from '../managed-policy.ts';

export const policyUnattached = defineCheck({
  id: 'policy-unattached',
  title: 'Every policy of the account is in use',
  severity: 'info',
  subject: 'policy',
  rationale: 'A policy that nobody has is read by nobody, until somebody attaches it.',
  remedy: 'Delete the policy (iam:DeletePolicy), or attach it where it was meant to be.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-delete.html',
  settings: ['policyUnattachedDays'],
  needs: ['policies'],
  run: ({ policies }, { now, settings }) =>
    policies
      .filter(({ arn }) => !isAwsManaged(arn))
      .map(({ name, arn, attachmentCount, boundaryCount, createdAt }): Verdict => {
        const evidence = { attachmentCount, boundaryCount, createdAt };
        const subject = arn;
        if (attachmentCount > 0 || boundaryCount > 0) {
          return { outcome: 'pass', subject, message: `${name} is in use.`, evidence };
        }
        const age = ageInDays(createdAt, now);
        const limit = settings.policyUnattachedDays;
        return {
          outcome: age > limit ? 'fail' : 'pass',
          subject,
          message: `${name} is attached to nobody; it is ${inDays(age)} old, the limit is ${limit}.`,
          evidence,
        };
      }),
});
