import { adminPower } from '@rolecall/policy';
import { adminOutcome } from '../admin-outcome.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isAwsManaged } from '../managed-policy.ts';

export const policyAdminUnattached = defineCheck({
  id: 'policy-admin-unattached',
  title: 'No policy that gives every permission lies ready to be attached',
  severity: 'low',
  subject: 'policy',
  rationale:
    'Who may attach policies of the account only, and not those of AWS, becomes administrator ' +
    'with it.',
  remedy: 'Delete the policy (iam:DeletePolicy).',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-delete.html',
  needs: ['policies'],
  run: ({ policies }, context) =>
    policies
      .filter(({ arn, attachmentCount }) => !isAwsManaged(arn) && attachmentCount === 0)
      .map(({ name, arn, document, boundaryCount }): Verdict => {
        const power = adminPower([document], context);
        const subject = arn;
        const evidence = { power, attachmentCount: 0, boundaryCount };
        if (power !== 'none' && boundaryCount > 0) {
          const message = `${name} ${phrase[power]} and is used as a boundary only.`;
          return { outcome: 'pass', subject, message, evidence };
        }
        return {
          outcome: adminOutcome(power),
          subject,
          message: `${name} is not attached and ${phrase[power]}.`,
          evidence,
        };
      }),
});

const phrase = {
  full: 'gives every permission',
  escalation: 'gives what leads to every permission',
  conditional: 'gives every permission, or what leads there, while a condition holds',
  none: 'gives nothing that leads to every permission',
} as const;
