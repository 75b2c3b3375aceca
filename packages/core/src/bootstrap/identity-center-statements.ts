import type { ReasonedStatement } from './bootstrap.ts';
import { marked, owned } from './conditions.ts';
import type { ApplyNeeds } from './needs.ts';

const changes = [
  'sso:AttachCustomerManagedPolicyReferenceToPermissionSet',
  'sso:AttachManagedPolicyToPermissionSet',
  'sso:DeleteInlinePolicyFromPermissionSet',
  'sso:DeletePermissionSet',
  'sso:DeletePermissionsBoundaryFromPermissionSet',
  'sso:DetachCustomerManagedPolicyReferenceFromPermissionSet',
  'sso:DetachManagedPolicyFromPermissionSet',
  'sso:ProvisionPermissionSet',
  'sso:PutInlinePolicyToPermissionSet',
  'sso:PutPermissionsBoundaryToPermissionSet',
  'sso:UntagResource',
  'sso:UpdatePermissionSet',
];
const assignments = ['sso:CreateAccountAssignment', 'sso:DeleteAccountAssignment'];

/**
 * AWS authorises these calls on the permission set and on the instance, each by itself. Source:
 * Service Authorization Reference, "AWS IAM Identity Center".
 */
export function permissionSetStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const { partition, scope } = needs;
  return [
    {
      statement: {
        Sid: 'CreatePermissionSets',
        Effect: 'Allow',
        Action: 'sso:CreatePermissionSet',
        Resource: instances(partition),
        Condition: { StringEquals: { 'aws:RequestTag/rolecall:owner': scope } },
      },
      why: 'Opted in (permission-sets): each begins with the mark of the scope.',
    },
    {
      statement: {
        Sid: 'MarkPermissionSets',
        Effect: 'Allow',
        Action: 'sso:TagResource',
        Resource: permissionSets(partition),
        Condition: marked(scope),
      },
      why: 'Opted in (permission-sets): a mark for new ones, and for those taken over that carry none.',
    },
    {
      statement: {
        Sid: 'ChangeOwnedPermissionSets',
        Effect: 'Allow',
        Action: [...changes, 'sso:TagResource'],
        Resource: permissionSets(partition),
        Condition: owned(scope),
      },
      why: 'Opted in (permission-sets): what owned ones grant, reviews and guardrails limit; AWS has no condition key for it.',
    },
    {
      statement: {
        Sid: 'ChangePermissionSetsOfInstance',
        Effect: 'Allow',
        Action: [...changes, 'sso:TagResource'],
        Resource: instances(partition),
      },
      why: 'The same calls are authorised on the instance, too, which carries no mark.',
    },
  ];
}

export function accountAssignmentStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const { partition, scope, assignedAccounts } = needs;
  if (assignedAccounts.length === 0) return [];
  return [
    {
      statement: {
        Sid: 'AssignOwnedPermissionSets',
        Effect: 'Allow',
        Action: assignments,
        Resource: permissionSets(partition),
        Condition: owned(scope),
      },
      why: 'Opted in (account-assignments): permission sets of the scope only.',
    },
    {
      statement: {
        Sid: 'AssignInAccounts',
        Effect: 'Allow',
        Action: assignments,
        Resource: [
          instances(partition),
          ...assignedAccounts.map((id) => `arn:${partition}:sso:::account/${id}`),
        ],
      },
      why: 'Opted in (account-assignments): in the accounts that the manifest names. AWS has no condition key for who is assigned.',
    },
  ];
}

export function directoryStatements({ partition }: ApplyNeeds): readonly ReasonedStatement[] {
  const of = (resource: string) => `arn:${partition}:identitystore:::${resource}/*`;
  return [
    {
      statement: {
        Sid: 'KeepDirectory',
        Effect: 'Allow',
        Action: [
          'identitystore:CreateGroup',
          'identitystore:CreateGroupMembership',
          'identitystore:CreateUser',
          'identitystore:DeleteGroup',
          'identitystore:DeleteGroupMembership',
          'identitystore:UpdateGroup',
          'identitystore:UpdateUser',
        ],
        Resource: [
          `arn:${partition}:identitystore::*:identitystore/*`,
          of('group'),
          of('membership'),
          of('user'),
        ],
      },
      why: 'Opted in (identity-center-directory): AWS has neither tags nor paths of people and groups. Nobody is ever deleted.',
    },
  ];
}

function instances(partition: string): string {
  return `arn:${partition}:sso:::instance/*`;
}

function permissionSets(partition: string): string {
  return `arn:${partition}:sso:::permissionSet/*`;
}
