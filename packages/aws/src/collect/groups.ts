import type { GroupDetail } from '@aws-sdk/client-iam';
import type { Group } from '@rolecall/core';
import { required } from '../ask.ts';
import { readEntity } from './entity.ts';
import { readGrants } from './grants.ts';
import type { Reader } from './reader.ts';

const action = 'iam:GetAccountAuthorizationDetails';

export async function readGroups(reader: Reader): Promise<readonly Group[]> {
  const details = await reader.authorizationDetails();
  return details.list('GroupDetailList').map(readGroup);
}

function readGroup(detail: GroupDetail): Group {
  const entity = readEntity({
    action,
    type: 'group',
    name: required(detail.GroupName, action, 'GroupName'),
    arn: detail.Arn,
    id: detail.GroupId,
    path: detail.Path,
    createdAt: detail.CreateDate,
  });
  const source = { action, of: entity.arn };
  return {
    ...entity,
    ...readGrants(detail.AttachedManagedPolicies, detail.GroupPolicyList, source),
  };
}
