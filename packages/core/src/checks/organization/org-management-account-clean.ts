import { awsOwnership } from '../aws-owned-role.ts';
import { defineCheck } from '../check.ts';
import { isEmergencyPrincipal } from '../emergency-principal.ts';
import { trustedPrincipals } from '../trusted-principals.ts';

const workloadServices = [
  'lambda.amazonaws.com',
  'ec2.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'eks.amazonaws.com',
  'codebuild.amazonaws.com',
];

export const orgManagementAccountClean = defineCheck({
  id: 'org-management-account-clean',
  title: 'The management account runs nothing but the organization',
  severity: 'medium',
  subject: 'account',
  rationale:
    'No policy of the organization binds the management account, and it can enter every other: ' +
    'a weak program in it opens all of them.',
  remedy:
    'Move what runs here to a member account, then delete its roles and users; keep the ' +
    'organization, its bill and the emergency access.',
  documentation:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_best-practices_mgmt-acct.html',
  settings: ['emergencyPrincipals'],
  needs: ['organization', 'users', 'roles'],
  run: ({ organization, users, roles }, { account, accountArn: subject, settings }) => {
    if (organization?.managementAccountId !== account) {
      const message = 'The account manages no organization.';
      return [{ outcome: 'not-applicable', subject, message }];
    }
    const own = roles.filter((role) => awsOwnership(role) === undefined);
    const hints = {
      users: users
        .filter((user) => !isEmergencyPrincipal(user, settings))
        .map(nameOf)
        .toSorted(),
      instanceProfiles: own.flatMap(({ instanceProfiles }) => instanceProfiles).toSorted(),
      workloadRoles: own
        .filter(({ trust }) =>
          trustedPrincipals(trust).some(
            ({ kind, value }) => kind === 'service' && workloadServices.includes(value),
          ),
        )
        .map(nameOf)
        .toSorted(),
    };
    const signs = [...hints.users, ...hints.instanceProfiles, ...hints.workloadRoles];
    const message =
      signs.length > 0
        ? `This management account has what programs use: ${[...new Set(signs)].join(', ')}.`
        : 'Nothing in IAM shows that this management account runs programs; look at its bill.';
    return [{ outcome: 'manual', subject, message, evidence: hints }];
  },
});

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
