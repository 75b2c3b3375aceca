import { defineCheck } from '../check.ts';
import { membersOf } from '../emergency-principal.ts';

export const groupEmpty = defineCheck({
  id: 'group-empty',
  title: 'Every group has a member',
  severity: 'info',
  subject: 'group',
  rationale: 'An empty group keeps policies that nobody reviews because nobody has them.',
  remedy: 'Delete the group, or add the users it is for.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups_manage_delete.html',
  needs: ['users', 'groups'],
  run: ({ users, groups }) =>
    groups.map((group) => {
      const count = membersOf(group, users).length;
      return {
        outcome: count === 0 ? 'fail' : 'pass',
        subject: group.arn,
        message: `Group ${group.name} has ${count === 0 ? 'no' : count} member${count === 1 ? '' : 's'}.`,
        evidence: { members: count },
      };
    }),
});
