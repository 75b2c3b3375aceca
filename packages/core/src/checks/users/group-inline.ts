import { defineCheck } from '../check.ts';
import { judgeInlinePolicies } from '../inline-verdict.ts';

export const groupInline = defineCheck({
  id: 'group-inline',
  title: 'No group has inline policies',
  severity: 'low',
  subject: 'group',
  rationale:
    'An inline policy has no versions to go back to, is not seen in the list of policies, and ' +
    'is copied where it should be shared.',
  remedy: 'Make a managed policy of it, attach that, then delete the inline policy.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
  needs: ['groups'],
  run: ({ groups }) => groups.map(judgeInlinePolicies),
});
