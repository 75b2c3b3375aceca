import { defineCheck } from './check.ts';

export const userNoGroup = defineCheck({
  id: 'user-no-group',
  title: 'Every user is in a group',
  severity: 'info',
  subject: 'user',
  rationale: 'A user in no group has rights that no other user shares, or none at all.',
  remedy: 'Add the user to the group for its task, or delete it.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html',
  needs: ['users'],
  run: ({ users }) =>
    users.map(({ name, arn, groups }) => ({
      outcome: groups.length === 0 ? 'fail' : 'pass',
      subject: arn,
      message: groups.length === 0 ? `${name} is in no group.` : `${name} is in a group.`,
      evidence: { groups },
    })),
});
