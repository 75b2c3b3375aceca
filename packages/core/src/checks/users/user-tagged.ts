import { defineCheck } from '../check.ts';
import { judgeTags } from '../required-tags.ts';

export const userTagged = defineCheck({
  id: 'user-tagged',
  title: 'Every user has the required tags',
  severity: 'info',
  subject: 'user',
  rationale: 'Tags such as owner and purpose tell whom to ask before anything is taken away.',
  remedy: 'Add the missing tags (iam:TagUser).',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html',
  settings: ['requiredUserTags'],
  needs: ['users'],
  run: ({ users }, context) => judgeTags(users, context.settings.requiredUserTags, context),
});
