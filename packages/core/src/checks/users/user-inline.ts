import { defineCheck } from '../check.ts';
import { judgeInlinePolicies } from '../inline-verdict.ts';

export const userInline = defineCheck({
  id: 'user-inline',
  title: 'No user has inline policies',
  severity: 'low',
  subject: 'user',
  rationale:
    'An inline policy has no versions to go back to, is not seen in the list of policies, and ' +
    'is copied where it should be shared.',
  remedy: 'Make a managed policy of it, attach that, then delete the inline policy.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
  needs: ['users'],
  run: ({ users }) => users.map(judgeInlinePolicies),
});
