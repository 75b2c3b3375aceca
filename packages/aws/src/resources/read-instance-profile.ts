import { GetInstanceProfileCommand } from '@aws-sdk/client-iam';
import type { LiveOf } from '@rolecall/core';
import { required } from '../ask.ts';
import { readTags } from '../collect/tags.ts';
import { getEntity, type IamReader } from './iam-reader.ts';

const action = 'iam:GetInstanceProfile';

export async function readInstanceProfile(
  { iam }: IamReader,
  InstanceProfileName: string,
): Promise<LiveOf<'instance-profile'> | undefined> {
  const command = new GetInstanceProfileCommand({ InstanceProfileName });
  const answer = await getEntity(action, () => iam.send(command));
  if (answer === undefined) return undefined;
  const profile = required(answer.InstanceProfile, action, 'InstanceProfile');
  return {
    type: 'instance-profile',
    name: required(profile.InstanceProfileName, action, 'InstanceProfileName'),
    arn: required(profile.Arn, action, 'Arn'),
    path: required(profile.Path, action, 'Path'),
    roles: (profile.Roles ?? []).map((role) => required(role.RoleName, action, 'RoleName')),
    tags: readTags(profile.Tags),
  };
}
