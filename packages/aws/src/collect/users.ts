import type { UserDetail } from '@aws-sdk/client-iam';
import type { User } from '@rolecall/core';
import { required } from '../ask.ts';
import { readEntity } from './entity.ts';
import { readGrants } from './grants.ts';
import type { Reader } from './reader.ts';
import { readTags } from './tags.ts';

const action = 'iam:GetAccountAuthorizationDetails';

export async function readUsers(reader: Reader): Promise<readonly User[]> {
  const details = await reader.authorizationDetails();
  return details.list('UserDetailList').map(readUser);
}

function readUser(detail: UserDetail): User {
  const entity = readEntity({
    action,
    type: 'user',
    name: required(detail.UserName, action, 'UserName'),
    arn: detail.Arn,
    id: detail.UserId,
    path: detail.Path,
    createdAt: detail.CreateDate,
  });
  const source = { action, of: entity.arn };
  return {
    ...entity,
    ...readGrants(detail.AttachedManagedPolicies, detail.UserPolicyList, source),
    groups: detail.GroupList ?? [],
    permissionsBoundary: detail.PermissionsBoundary?.PermissionsBoundaryArn,
    tags: readTags(detail.Tags),
  };
}
