import { awsPolicyArn } from '../aws-policy-arn.ts';
import { defineCheck } from '../check.ts';

export const auditRolePresent = defineCheck({
  id: 'audit-role-present',
  title: 'A role may look at the security settings',
  severity: 'info',
  subject: 'account',
  rationale:
    'Who has to look into a breach should not wait for rights, nor get more than it takes to look.',
  remedy:
    'Create a role for the security team and attach SecurityAudit to it (aws iam ' +
    'attach-role-policy).',
  documentation:
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SecurityAudit.html',
  needs: ['roles'],
  run: ({ roles }, context) => {
    const policy = awsPolicyArn('SecurityAudit', context);
    const names = roles
      .filter(({ attachedPolicies }) => attachedPolicies.some(({ arn }) => arn === policy))
      .map(({ name }) => name)
      .toSorted();
    const message =
      names.length > 0
        ? `SecurityAudit is attached to ${names.join(', ')}.`
        : 'No role has SecurityAudit attached.';
    const outcome = names.length > 0 ? 'pass' : 'fail';
    return [{ outcome, subject: context.accountArn, message, evidence: { roles: names } }];
  },
});
