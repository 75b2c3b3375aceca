import { evaluateRequest, type PolicyDocument } from '@rolecall/policy';
import type { ManagedPolicy, Role } from '../../model/snapshot.ts';
import type { CheckContext } from '../check.ts';

/** Actions by which one gives oneself, or another, any permission set in any account. */
const actions = [
  'sso:CreateAccountAssignment',
  'sso:AttachManagedPolicyToPermissionSet',
  'sso:PutInlinePolicyToPermissionSet',
  'identitystore:CreateGroupMembership',
];

/**
 * Whether a role may change who gets what through IAM Identity Center; in the account that
 * administers it that is as much as administrator of every account.
 */
export function writesIdentityCenter(
  role: Role,
  policies: readonly ManagedPolicy[],
  { partition, account }: CheckContext,
): boolean | 'undecided' {
  const documents = new Map(policies.map(({ arn, document }) => [arn, document]));
  const attached = role.attachedPolicies.map(({ arn }) => documents.get(arn));
  const identity = [...attached, ...role.inlinePolicies.map(({ document }) => document)].filter(
    (document): document is PolicyDocument => document !== undefined,
  );
  const { permissionsBoundary } = role;
  const boundary =
    permissionsBoundary === undefined ? undefined : documents.get(permissionsBoundary);
  const resources = [
    '*',
    `arn:${partition}:sso:::instance/ssoins-0000000000000000`,
    `arn:${partition}:sso:::permissionSet/ssoins-0000000000000000/ps-0000000000000000`,
    `arn:${partition}:identitystore::${account}:identitystore/d-0000000000`,
  ];
  const allowed = actions.some((action) =>
    resources.some(
      (resource) =>
        evaluateRequest(
          { principal: role.arn, action, resource },
          { identity, boundary, resourceAccount: account },
        ).decision === 'allowed',
    ),
  );
  if (attached.includes(undefined)) return allowed || 'undecided';
  return allowed && permissionsBoundary !== undefined && boundary === undefined
    ? 'undecided'
    : allowed;
}
