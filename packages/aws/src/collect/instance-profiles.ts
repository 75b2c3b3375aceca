import {
  type InstanceProfile as AwsInstanceProfile,
  GetInstanceProfileCommand,
  ListInstanceProfilesCommand,
} from '@aws-sdk/client-iam';
import type { InstanceProfile, PlanningScope, Tags } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import { mapLimit } from './map-limit.ts';
import { readPages } from './read-pages.ts';
import type { Reader } from './reader.ts';
import { readTags } from './tags.ts';

const list = 'iam:ListInstanceProfiles';
const get = 'iam:GetInstanceProfile';

/** All instance profiles; the tags, which take a call each, only where a plan is about them. */
export async function readInstanceProfiles(reader: Reader): Promise<readonly InstanceProfile[]> {
  const { clients, request, signal } = reader;
  const pages = await readPages({
    action: list,
    fetch: (marker) => {
      const command = new ListInstanceProfilesCommand({ MaxItems: 1000, ...marker });
      return ask(list, () => clients.iam.send(command, { abortSignal: signal }));
    },
  });
  const profiles = pages
    .flatMap((page) => required(page.InstanceProfiles, list, 'InstanceProfiles'))
    .map(readProfile);
  const completed = await mapLimit(profiles, async (profile) => {
    if (!isPlanned(profile, request.planning)) return profile;
    const tags = await readProfileTags(profile.name, reader);
    return tags && { ...profile, tags };
  });
  return completed.flatMap((profile) => profile ?? []);
}

function readProfile(profile: AwsInstanceProfile): InstanceProfile {
  const name = required(profile.InstanceProfileName, list, 'InstanceProfileName');
  return {
    name,
    arn: required(profile.Arn, list, `Arn of ${name}`),
    path: required(profile.Path, list, `Path of ${name}`),
    roles: (profile.Roles ?? []).map((role) => required(role.RoleName, list, 'RoleName')),
  };
}

function isPlanned(profile: InstanceProfile, planning: PlanningScope | undefined): boolean {
  if (planning === undefined) return false;
  const name = profile.name.toLowerCase();
  return (
    profile.path.startsWith(planning.pathPrefix) ||
    planning.instanceProfileNames.some((planned) => planned.toLowerCase() === name)
  );
}

/** `undefined` where the profile was deleted since it was listed. */
async function readProfileTags(
  InstanceProfileName: string,
  { clients, signal }: Reader,
): Promise<Tags | undefined> {
  const command = new GetInstanceProfileCommand({ InstanceProfileName });
  const answer = await ask(get, () => clients.iam.send(command, { abortSignal: signal })).catch(
    nothingOn('NoSuchEntity'),
  );
  return answer && readTags(required(answer.InstanceProfile, get, 'InstanceProfile').Tags);
}
