import type { RoleDetail, RoleLastUsed } from '@aws-sdk/client-iam';
import type { Role } from '@rolecall/core';
import { required } from '../ask.ts';
import { decodeDocument } from './decode-document.ts';
import { readEntity } from './entity.ts';
import { readGrants } from './grants.ts';
import type { Reader } from './reader.ts';
import { readTags } from './tags.ts';

const action = 'iam:GetAccountAuthorizationDetails';

export async function readRoles(reader: Reader): Promise<readonly Role[]> {
  const details = await reader.authorizationDetails();
  return details.list('RoleDetailList').map(readRole);
}

function readRole(detail: RoleDetail): Role {
  const entity = readEntity({
    action,
    type: 'role',
    name: required(detail.RoleName, action, 'RoleName'),
    arn: detail.Arn,
    id: detail.RoleId,
    path: detail.Path,
    createdAt: detail.CreateDate,
  });
  const source = { action, of: entity.arn };
  const profiles = detail.InstanceProfileList ?? [];
  return {
    ...entity,
    ...readGrants(detail.AttachedManagedPolicies, detail.RolePolicyList, source),
    trust: decodeDocument(detail.AssumeRolePolicyDocument, source),
    instanceProfiles: profiles.map((profile) =>
      required(profile.InstanceProfileName, action, `InstanceProfileName of ${entity.arn}`),
    ),
    permissionsBoundary: detail.PermissionsBoundary?.PermissionsBoundaryArn,
    tags: readTags(detail.Tags),
    lastUsed: detail.RoleLastUsed && readLastUsed(detail.RoleLastUsed),
  };
}

/** Present and empty: IAM looked, and the role was not used in the time it keeps (400 days). */
function readLastUsed({ LastUsedDate, Region }: RoleLastUsed): Role['lastUsed'] {
  return { at: LastUsedDate?.toISOString(), region: Region };
}
