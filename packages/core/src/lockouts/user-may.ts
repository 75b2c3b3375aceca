import { evaluateRequest, ownContext, type PolicyDocument, parseArn } from '@rolecall/policy';
import type { User } from '../model/snapshot.ts';
import type { AccessParts } from './access-parts.ts';

/** Whether a user may make an MFA device and enrol it for itself: both take a right of their own. */
export function mayEnrolOwnMfa(user: User, parts: AccessParts): boolean {
  const { partition, account } = parseArn(user.arn) ?? { partition: 'aws', account: '' };
  const device = `arn:${partition}:iam::${account}:mfa/${user.name}`;
  return (
    userMay('iam:EnableMFADevice', user.arn, { user, parts }) &&
    userMay('iam:CreateVirtualMFADevice', device, { user, parts })
  );
}

/** Whether the policies of a user, and of the groups it is in, allow something without a device. */
export function userMay(
  action: string,
  resource: string,
  { user, parts }: { readonly user: User; readonly parts: AccessParts },
): boolean {
  const documents = new Map(parts.policies.map(({ arn, document }) => [arn, document]));
  const holders = [user, ...parts.groups.filter(({ name }) => user.groups.includes(name))];
  const identity = holders.flatMap(({ attachedPolicies, inlinePolicies }): PolicyDocument[] => [
    ...attachedPolicies.flatMap(({ arn }) => documents.get(arn) ?? []),
    ...inlinePolicies.map(({ document }) => document),
  ]);
  const boundary = user.permissionsBoundary && documents.get(user.permissionsBoundary);
  const { partition, account } = parseArn(user.arn) ?? { partition: 'aws', account: '' };
  const context = {
    ...ownContext({ partition, account, principal: user.arn }),
    'aws:username': user.name,
    'aws:MultiFactorAuthPresent': false,
  };
  const asked = { principal: user.arn, action, resource, context };
  return (
    evaluateRequest(asked, { identity, boundary: boundary || undefined }).decision === 'allowed'
  );
}
