import {
  GetUserCommand,
  GetUserPolicyCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupsForUserCommand,
  ListUserPoliciesCommand,
} from '@aws-sdk/client-iam';
import type { LiveOf } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import { readEntity } from '../collect/entity.ts';
import { type Grants, readGrants } from '../collect/grants.ts';
import { mapLimit } from '../collect/map-limit.ts';
import { readTags } from '../collect/tags.ts';
import { getEntity, type IamReader, listAll } from './iam-reader.ts';

const action = 'iam:GetUser';

export async function readUser(
  { iam }: IamReader,
  UserName: string,
): Promise<LiveOf<'user'> | undefined> {
  const answer = await getEntity(action, () => iam.send(new GetUserCommand({ UserName })));
  if (answer === undefined) return undefined;
  const user = required(answer.User, action, 'User');
  const groups = await listAll(
    'iam:ListGroupsForUser',
    (marker) => iam.send(new ListGroupsForUserCommand({ UserName, ...marker })),
    (page) => page.Groups,
  );
  return {
    type: 'user',
    ...readEntity({
      action,
      type: 'user',
      name: user.UserName,
      arn: user.Arn,
      id: user.UserId,
      path: user.Path,
      createdAt: user.CreateDate,
    }),
    ...(await grantsOf(iam, UserName)),
    groups: groups.map((group) => required(group.GroupName, action, 'GroupName')),
    permissionsBoundary: user.PermissionsBoundary?.PermissionsBoundaryArn,
    tags: readTags(user.Tags),
  };
}

async function grantsOf(iam: IamReader['iam'], UserName: string): Promise<Grants> {
  const attached = await listAll(
    'iam:ListAttachedUserPolicies',
    (marker) => iam.send(new ListAttachedUserPoliciesCommand({ UserName, ...marker })),
    (page) => page.AttachedPolicies,
  );
  const names = await listAll(
    'iam:ListUserPolicies',
    (marker) => iam.send(new ListUserPoliciesCommand({ UserName, ...marker })),
    (page) => page.PolicyNames,
  );
  const inline = await mapLimit(names, (PolicyName) =>
    ask('iam:GetUserPolicy', () => iam.send(new GetUserPolicyCommand({ UserName, PolicyName }))),
  );
  return readGrants(attached, inline, { action: 'iam:GetUserPolicy', of: `user ${UserName}` });
}
