import { samePolicy } from '@rolecall/policy';
import { awsPolicyArn } from '../aws-policy-arn.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isAwsManaged } from '../managed-policy.ts';

/** The name that the IAM tutorial gives to the copy. */
const copyName = 'PowerUserExamplePolicy';

export const powerUserPolicy = defineCheck({
  id: 'power-user-policy',
  title: 'The copy of PowerUserAccess is the policy as AWS has it today',
  severity: 'info',
  subject: 'policy',
  rationale: 'AWS narrows and widens its policies; a copy stays as it was on the day it was made.',
  remedy:
    'Compare the copy with PowerUserAccess and make a new default version of it (aws iam ' +
    'create-policy-version --set-as-default).',
  documentation:
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/PowerUserAccess.html',
  controls: ['POL-1'],
  needs: ['policies'],
  uses: ['managedDocuments'],
  run: ({ policies }, context, { managedDocuments }) => {
    const arn = awsPolicyArn('PowerUserAccess', context);
    const read = managedDocuments.status === 'known' ? managedDocuments.value[arn] : undefined;
    const attached = policies.find((policy) => policy.arn === arn);
    const original = read?.document ?? attached?.document;
    const version = read?.versionId ?? attached?.defaultVersionId;
    const own = policies.filter((policy) => !isAwsManaged(policy.arn));
    const isCopy = ({ document }: (typeof own)[number]) =>
      original !== undefined && samePolicy(document, original, context);
    return own
      .filter((policy) => policy.name === copyName || isCopy(policy))
      .map((policy): Verdict => {
        const subject = policy.arn;
        if (original === undefined) {
          return {
            outcome: 'unknown',
            subject,
            message: `PowerUserAccess is attached to nobody here, so that ${policy.name} could not be compared with it.`,
            evidence: { missingPermissions: ['iam:GetPolicy', 'iam:GetPolicyVersion'] },
            remedy: 'Compare the two by hand (aws iam get-policy-version).',
          };
        }
        const evidence = { original: arn, version: version ?? null };
        return isCopy(policy)
          ? {
              outcome: 'pass',
              subject,
              message: `${policy.name} allows what PowerUserAccess allows.`,
              evidence,
            }
          : {
              outcome: 'warn',
              subject,
              message: `${policy.name} differs from PowerUserAccess: it is old or was changed.`,
              evidence,
            };
      });
  },
});
