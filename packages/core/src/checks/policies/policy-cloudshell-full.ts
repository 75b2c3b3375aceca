import { awsOwnership } from '../aws-owned-role.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isAwsManaged } from '../managed-policy.ts';

export const policyCloudshellFull = defineCheck({
  id: 'policy-cloudshell-full',
  title: 'Nobody has AWSCloudShellFullAccess',
  severity: 'medium',
  subject: 'policy',
  rationale:
    'CloudShell with upload and download of files is a way to carry data out that no network ' +
    'control sees.',
  remedy:
    'Detach the policy (iam:DetachUserPolicy, DetachGroupPolicy, DetachRolePolicy); of a role of ' +
    'Identity Center, take it out of the permission set. A policy of your own can allow ' +
    'cloudshell:* without PutFileUploadUrls and GetFileDownloadUrls.',
  documentation:
    'https://docs.aws.amazon.com/cloudshell/latest/userguide/sec-auth-with-identities.html',
  needs: ['users', 'groups', 'roles'],
  run: ({ users, groups, roles }, { accountArn }) => {
    const holders = [
      ...users.map((user) => ({ kind: 'user', fixed: undefined, ...user })),
      ...groups.map((group) => ({ kind: 'group', fixed: undefined, ...group })),
      ...roles.map((role) => ({ kind: 'role', fixed: awsOwnership(role), ...role })),
    ];
    const verdicts = holders
      .filter(({ attachedPolicies }) =>
        attachedPolicies.some(
          ({ name, arn }) => name === 'AWSCloudShellFullAccess' && isAwsManaged(arn),
        ),
      )
      .map(
        ({ kind, name, arn, fixed }): Verdict => ({
          outcome: 'fail',
          subject: arn,
          message:
            `The ${kind} ${name} has AWSCloudShellFullAccess` +
            `${fixed === undefined ? '' : `; it is ${fixed}`}.`,
        }),
      );
    if (verdicts.length > 0) return verdicts;
    const message = 'AWSCloudShellFullAccess is attached to nobody.';
    return [{ outcome: 'pass', subject: accountArn, message }];
  },
});
