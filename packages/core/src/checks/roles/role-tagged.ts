import { awsOwnership } from '../aws-owned-role.ts';
import { defineCheck } from '../check.ts';
import { judgeTags } from '../required-tags.ts';

export const roleTagged = defineCheck({
  id: 'role-tagged',
  title: 'Every role has the required tags',
  severity: 'info',
  subject: 'role',
  rationale: 'Tags such as owner and purpose tell whom to ask before anything is taken away.',
  remedy: 'Add the missing tags (iam:TagRole).',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html',
  settings: ['requiredRoleTags'],
  needs: ['roles'],
  run: ({ roles }, context) =>
    judgeTags(
      roles.filter((role) => awsOwnership(role) === undefined),
      context.settings.requiredRoleTags,
      context,
    ),
});
