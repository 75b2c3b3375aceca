import { defineCheck } from '../check.ts';
import { ownRoles } from '../outside-trusts.ts';
import { judgeServices } from '../stale-services.ts';

export const roleServiceStale = defineCheck({
  id: 'role-service-stale',
  title: 'No role may use services that it does not use',
  severity: 'info',
  subject: 'role',
  rationale: 'What a role is allowed and never does is of use only to whoever takes it over.',
  remedy:
    'Take the services out of its policies. IAM shows the last use below "Last Accessed"; policy ' +
    'generation from CloudTrail writes what is used.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html',
  optIn: true,
  settings: ['roleUnusedDays'],
  needs: ['roles', 'serviceLastAccessed'],
  run: ({ roles, serviceLastAccessed }, context) =>
    judgeServices(ownRoles(roles), serviceLastAccessed, context),
});
