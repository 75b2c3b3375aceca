import {
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListInstanceProfilesForRoleCommand,
  ListRolePoliciesCommand,
  type Role,
} from '@aws-sdk/client-iam';
import type { LiveOf } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import { decodeDocument } from '../collect/decode-document.ts';
import { readEntity } from '../collect/entity.ts';
import { type Grants, readGrants } from '../collect/grants.ts';
import { mapLimit } from '../collect/map-limit.ts';
import { readTags } from '../collect/tags.ts';
import { getEntity, type IamReader, listAll } from './iam-reader.ts';

const action = 'iam:GetRole';

export async function readRole(
  { iam }: IamReader,
  RoleName: string,
): Promise<LiveOf<'role'> | undefined> {
  const answer = await getEntity(action, () => iam.send(new GetRoleCommand({ RoleName })));
  if (answer === undefined) return undefined;
  const role = required(answer.Role, action, 'Role');
  const entity = entityOf(role);
  const profiles = await listAll(
    'iam:ListInstanceProfilesForRole',
    (marker) => iam.send(new ListInstanceProfilesForRoleCommand({ RoleName, ...marker })),
    (page) => page.InstanceProfiles,
  );
  return {
    type: 'role',
    ...entity,
    ...(await grantsOf(iam, RoleName)),
    trust: decodeDocument(role.AssumeRolePolicyDocument, { action, of: entity.arn }),
    description: role.Description,
    maxSessionDuration: role.MaxSessionDuration ?? 3600,
    permissionsBoundary: role.PermissionsBoundary?.PermissionsBoundaryArn,
    tags: readTags(role.Tags),
    instanceProfiles: profiles.map((profile) =>
      required(profile.InstanceProfileName, action, 'InstanceProfileName'),
    ),
  };
}

function entityOf(role: Role) {
  return readEntity({
    action,
    type: 'role',
    name: role.RoleName,
    arn: role.Arn,
    id: role.RoleId,
    path: role.Path,
    createdAt: role.CreateDate,
  });
}

async function grantsOf(iam: IamReader['iam'], RoleName: string): Promise<Grants> {
  const attached = await listAll(
    'iam:ListAttachedRolePolicies',
    (marker) => iam.send(new ListAttachedRolePoliciesCommand({ RoleName, ...marker })),
    (page) => page.AttachedPolicies,
  );
  const names = await listAll(
    'iam:ListRolePolicies',
    (marker) => iam.send(new ListRolePoliciesCommand({ RoleName, ...marker })),
    (page) => page.PolicyNames,
  );
  const inline = await mapLimit(names, (PolicyName) =>
    ask('iam:GetRolePolicy', () => iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }))),
  );
  return readGrants(attached, inline, { action: 'iam:GetRolePolicy', of: `role ${RoleName}` });
}
