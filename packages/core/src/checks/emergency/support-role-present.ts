import { defineCheck } from '../check.ts';
import { isOrphan, trustedPrincipals } from '../trusted-principals.ts';
import { supportPoliciesOf } from './support-policies.ts';

export const supportRolePresent = defineCheck({
  id: 'support-role-present',
  title: 'A role may open support cases',
  severity: 'low',
  subject: 'account',
  rationale:
    'When something breaks, whoever is there has to ask AWS without the root user and without ' +
    'administrator rights.',
  remedy:
    'Create a role that the people on call may assume and attach AWSSupportAccess (CIS) or ' +
    'job-function/SupportUser (IAM tutorial) to it (aws iam attach-role-policy). Technical cases ' +
    'need a paid support plan.',
  documentation: 'https://docs.aws.amazon.com/awssupport/latest/user/accessing-support.html',
  controls: ['ROL-1'],
  needs: ['users', 'groups', 'roles'],
  run: ({ users, groups, roles }, context) => {
    const subject = context.accountArn;
    // AWS's own AWSServiceRoleForSupport is for AWS.
    const own = roles.filter(({ path }) => !path.startsWith('/aws-service-role/'));
    const found = own
      .map((role) => ({
        name: role.name,
        policies: supportPoliciesOf(role, context),
        isDead: trustedPrincipals(role.trust).every(isOrphan),
      }))
      .filter(({ policies }) => policies.length > 0)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const others = [...users, ...groups]
      .filter((principal) => supportPoliciesOf(principal, context).length > 0)
      .map(({ arn }) => arn)
      .toSorted();
    const evidence = { roles: found, usersAndGroups: others };
    const alive = found.filter(({ isDead }) => !isDead);
    if (alive.length > 0) {
      const list = alive.map(({ name, policies }) => `${name} (${policies.join(', ')})`).join(', ');
      return [{ outcome: 'pass', subject, message: `May open cases: ${list}.`, evidence }];
    }
    const rest =
      found.length > 0
        ? `nobody can assume ${found.map(({ name }) => name).join(', ')}`
        : others.length > 0
          ? `only users or groups have a policy for it: ${others.join(', ')}`
          : 'neither AWSSupportAccess nor SupportUser is attached';
    return [{ outcome: 'fail', subject, message: `No role may open cases: ${rest}.`, evidence }];
  },
});
