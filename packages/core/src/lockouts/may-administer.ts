import { iamArn, parseArn } from '@rolecall/policy';
import type { User } from '../model/snapshot.ts';
import { type Asked, type Asker, mayAsk } from './asker.ts';

/**
 * What administrators do to give rights out; one will do. Which rights somebody has by their policies
 * is asked of `indexPower`; this is about what holds them back at this moment.
 */
export function mayAdminister(asker: Asker, arn: string): boolean {
  const { partition = 'aws', account = '' } = parseArn(arn) ?? {};
  const other = (type: 'group' | 'policy' | 'role' | 'user') =>
    iamArn({ partition, account, type, path: '/', name: 'any-other' });
  const requests: readonly Asked[] = [
    ...[arn, other('user'), other('role')].flatMap((resource) =>
      waysUp[resource.includes(':user/') ? 'user' : 'role'].map((action) => ({ action, resource })),
    ),
    ...waysUp.group.map((action) => ({ action, resource: other('group') })),
    ...waysUp.policy.map((action) => ({ action, resource: other('policy') })),
  ];
  return requests.some((request) => mayAsk(asker, request));
}

const waysUp = {
  user: [
    'iam:AttachUserPolicy',
    'iam:PutUserPolicy',
    'iam:CreateAccessKey',
    'iam:CreateLoginProfile',
    'iam:UpdateLoginProfile',
    'iam:DeleteUserPermissionsBoundary',
    'iam:PutUserPermissionsBoundary',
  ],
  role: [
    'iam:AttachRolePolicy',
    'iam:PutRolePolicy',
    'iam:UpdateAssumeRolePolicy',
    'iam:DeleteRolePermissionsBoundary',
    'iam:PutRolePermissionsBoundary',
  ],
  group: ['iam:AttachGroupPolicy', 'iam:PutGroupPolicy', 'iam:AddUserToGroup'],
  policy: ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'],
} as const;

/** Whether a user may make an MFA device and enrol it for itself: both take a right of their own. */
export function mayEnrolOwnMfa(asker: Asker, { arn, name }: User): boolean {
  const { partition = 'aws', account = '' } = parseArn(arn) ?? {};
  const device = `arn:${partition}:iam::${account}:mfa/${name}`;
  return (
    mayAsk(asker, { action: 'iam:EnableMFADevice', resource: arn }) &&
    mayAsk(asker, { action: 'iam:CreateVirtualMFADevice', resource: device })
  );
}
