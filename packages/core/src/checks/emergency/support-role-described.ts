import { defineCheck, type Verdict } from '../check.ts';
import { supportRoles } from './support-policies.ts';

export const supportRoleDescribed = defineCheck({
  id: 'support-role-described',
  title: 'The support role says what it is for',
  severity: 'info',
  subject: 'role',
  rationale:
    'In an emergency somebody who never used the role finds it by its description in the list of ' +
    'roles.',
  remedy: 'Describe what the role is for (aws iam update-role --description).',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html',
  controls: ['ROL-1'],
  optIn: true,
  needs: ['roles', 'roleSettings'],
  run: ({ roles, roleSettings }, context) =>
    supportRoles(roles, context).flatMap(({ name, arn: subject }): readonly Verdict[] => {
      const settings = roleSettings[name];
      // It was made between the two readings.
      if (settings === undefined) return [];
      return settings.description
        ? [{ outcome: 'pass', subject, message: `${name}: ${settings.description}` }]
        : [{ outcome: 'warn', subject, message: `${name} has no description.` }];
    }),
});
