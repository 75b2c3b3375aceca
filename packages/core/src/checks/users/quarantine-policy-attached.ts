import { parseIamArn } from '@rolecall/policy';
import { defineCheck } from '../check.ts';
import { isAwsManaged } from '../managed-policy.ts';

export const quarantinePolicyAttached = defineCheck({
  id: 'quarantine-policy-attached',
  title: 'AWS has put nobody into quarantine',
  severity: 'critical',
  subject: 'user',
  rationale:
    'AWS attaches AWSCompromisedKeyQuarantine where it found an access key in public: others ' +
    'have had the key, and the policy stops only some of what they can do with it.',
  remedy:
    'Treat the key as stolen: deactivate it (aws iam update-access-key --status Inactive), look ' +
    'in CloudTrail for what it did, answer the support case of AWS, delete the key, and only ' +
    'then detach the policy.',
  documentation:
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html',
  controls: ['KEY-1'],
  needs: ['users', 'groups', 'roles'],
  run: ({ users, groups, roles }, { accountArn }) => {
    const quarantined = [...users, ...groups, ...roles].flatMap(
      ({ name, arn, attachedPolicies }) => {
        const policies = attachedPolicies
          .filter((policy) => isQuarantine(policy.arn))
          .map((policy) => policy.name)
          .toSorted();
        return policies.length > 0 ? [{ name, arn, policies }] : [];
      },
    );
    if (quarantined.length === 0) {
      const message = 'No principal has a quarantine policy.';
      return [{ outcome: 'pass', subject: accountArn, message }];
    }
    return quarantined.map(({ name, arn, policies }) => ({
      outcome: 'fail',
      subject: arn,
      message: `${name} is in quarantine: AWS believes that a key of it leaked.`,
      evidence: { policies },
    }));
  },
});

/** AWS numbers its versions: …QuarantineV2, …QuarantineV3. */
function isQuarantine(arn: string): boolean {
  return (
    isAwsManaged(arn) && /^AWSCompromisedKeyQuarantine(?:V\d+)?$/.test(parseIamArn(arn)?.name ?? '')
  );
}
