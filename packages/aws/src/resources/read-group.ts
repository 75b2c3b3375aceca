import {
  GetGroupCommand,
  GetGroupPolicyCommand,
  ListAttachedGroupPoliciesCommand,
  ListGroupPoliciesCommand,
} from '@aws-sdk/client-iam';
import type { LiveOf } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import { readEntity } from '../collect/entity.ts';
import { type Grants, readGrants } from '../collect/grants.ts';
import { mapLimit } from '../collect/map-limit.ts';
import { getEntity, type IamReader, listAll } from './iam-reader.ts';

const action = 'iam:GetGroup';

export async function readGroup(
  { iam }: IamReader,
  GroupName: string,
): Promise<LiveOf<'group'> | undefined> {
  const command = new GetGroupCommand({ GroupName, MaxItems: 1 });
  const answer = await getEntity(action, () => iam.send(command));
  if (answer === undefined) return undefined;
  const group = required(answer.Group, action, 'Group');
  return {
    type: 'group',
    ...readEntity({
      action,
      type: 'group',
      name: group.GroupName,
      arn: group.Arn,
      id: group.GroupId,
      path: group.Path,
      createdAt: group.CreateDate,
    }),
    ...(await grantsOf(iam, GroupName)),
  };
}

async function grantsOf(iam: IamReader['iam'], GroupName: string): Promise<Grants> {
  const attached = await listAll(
    'iam:ListAttachedGroupPolicies',
    (marker) => iam.send(new ListAttachedGroupPoliciesCommand({ GroupName, ...marker })),
    (page) => page.AttachedPolicies,
  );
  const names = await listAll(
    'iam:ListGroupPolicies',
    (marker) => iam.send(new ListGroupPoliciesCommand({ GroupName, ...marker })),
    (page) => page.PolicyNames,
  );
  const inline = await mapLimit(names, (PolicyName) =>
    ask('iam:GetGroupPolicy', () => iam.send(new GetGroupPolicyCommand({ GroupName, PolicyName }))),
  );
  return readGrants(attached, inline, { action: 'iam:GetGroupPolicy', of: `group ${GroupName}` });
}
