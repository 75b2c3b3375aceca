import { defineCheck } from '../check.ts';
import { judgeServices } from '../stale-services.ts';

export const userServiceStale = defineCheck({
  id: 'user-service-stale',
  title: 'No user may use services that it does not use',
  severity: 'info',
  subject: 'user',
  rationale: 'What a user is allowed and never does is of use only to whoever takes it over.',
  remedy:
    'Take the services out of its policies. IAM shows the last use below "Last Accessed"; policy ' +
    'generation from CloudTrail writes what is used.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html',
  optIn: true,
  settings: ['roleUnusedDays'],
  needs: ['users', 'serviceLastAccessed'],
  run: ({ users, serviceLastAccessed }, context) =>
    judgeServices(users, serviceLastAccessed, context),
});
