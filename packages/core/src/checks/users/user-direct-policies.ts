import { defineCheck } from '../check.ts';

export const userDirectPolicies = defineCheck({
  id: 'user-direct-policies',
  title: 'Users have their permissions by groups only',
  severity: 'low',
  subject: 'user',
  rationale:
    'Rights given to one user at a time are found, reviewed and taken back one user at a time.',
  remedy: 'Put the policies on a group for the task, add the user to it, then detach them here.',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html',
  needs: ['users'],
  run: ({ users }) =>
    users.map(({ name, arn, attachedPolicies, inlinePolicies }) => {
      const names = [
        ...attachedPolicies.map((policy) => policy.name),
        ...inlinePolicies.map((policy) => `${policy.name} (inline)`),
      ];
      return {
        outcome: names.length > 0 ? 'fail' : 'pass',
        subject: arn,
        message:
          names.length > 0
            ? `${name} has policies of its own: ${names.join(', ')}.`
            : `${name} has no policies of its own.`,
        evidence: {
          attached: attachedPolicies.map((policy) => policy.arn),
          inline: inlinePolicies.map((policy) => policy.name),
        },
      };
    }),
});
