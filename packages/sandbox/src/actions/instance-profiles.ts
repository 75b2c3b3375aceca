import { sorted } from '../account/account.ts';
import { createInstanceProfile } from '../account/create.ts';
import { refuseProfileInUse } from '../account/delete-conflicts.ts';
import { findInstanceProfile, findRole } from '../account/find.ts';
import { readNew, refuseTooNew } from '../account/propagation.ts';
import { refuseProtected } from '../account/protected.ts';
import { addTags, removeTags } from '../account/tags.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';
import { showInstanceProfile } from './show.ts';

export const instanceProfileActions = {
  CreateInstanceProfile: ({ account }, { InstanceProfileName, Path, Tags }) => {
    const entity = { name: InstanceProfileName, path: Path, tags: Tags };
    return {
      InstanceProfile: showInstanceProfile(account, createInstanceProfile(account, entity)),
    };
  },
  GetInstanceProfile: ({ account }, { InstanceProfileName }) => {
    const profile = findInstanceProfile(account, InstanceProfileName);
    readNew(account, profile.id, `Instance Profile ${InstanceProfileName} cannot be found.`);
    return { InstanceProfile: showInstanceProfile(account, profile) };
  },
  ListInstanceProfiles: (call, input) => {
    const profiles = sorted(call.account.instanceProfiles).filter(({ path }) =>
      path.startsWith(input.PathPrefix ?? '/'),
    );
    const { items, rest } = pageOf(call, input, profiles);
    const shown = items.map((profile) => showInstanceProfile(call.account, profile));
    return { InstanceProfiles: shown, ...rest };
  },
  ListInstanceProfilesForRole: (call, input) => {
    const key = findRole(call.account, input.RoleName).name.toLowerCase();
    const profiles = sorted(call.account.instanceProfiles).filter(({ role }) => role === key);
    const { items, rest } = pageOf(call, input, profiles);
    const shown = items.map((profile) => showInstanceProfile(call.account, profile));
    return { InstanceProfiles: shown, ...rest };
  },
  DeleteInstanceProfile: ({ account }, { InstanceProfileName }) => {
    const profile = findInstanceProfile(account, InstanceProfileName);
    refuseProfileInUse(profile);
    account.instanceProfiles.delete(profile.name.toLowerCase());
    return {};
  },
  /** One role per profile; adding the same role again is refused too. */
  AddRoleToInstanceProfile: ({ account }, { InstanceProfileName, RoleName }) => {
    const profile = findInstanceProfile(account, InstanceProfileName);
    const role = findRole(account, RoleName);
    refuseProtected(role);
    refuseTooNew(account, profile);
    refuseTooNew(account, role);
    if (profile.role !== undefined) {
      refuse('LimitExceeded', 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1');
    }
    profile.role = role.name.toLowerCase();
    return {};
  },
  RemoveRoleFromInstanceProfile: ({ account }, { InstanceProfileName, RoleName }) => {
    const profile = findInstanceProfile(account, InstanceProfileName);
    const role = findRole(account, RoleName);
    if (profile.role !== role.name.toLowerCase()) {
      refuse('NoSuchEntity', `The role with name ${RoleName} is not in ${InstanceProfileName}.`);
    }
    profile.role = undefined;
    return {};
  },
  TagInstanceProfile: ({ account }, { InstanceProfileName, Tags }) => {
    const profile = findInstanceProfile(account, InstanceProfileName);
    profile.tags = addTags(profile.tags, Tags);
    return {};
  },
  UntagInstanceProfile: ({ account }, { InstanceProfileName, TagKeys }) => {
    const profile = findInstanceProfile(account, InstanceProfileName);
    profile.tags = removeTags(profile.tags, TagKeys);
    return {};
  },
  ListInstanceProfileTags: (call, input) => {
    const profile = findInstanceProfile(call.account, input.InstanceProfileName);
    const { items, rest } = pageOf(call, input, profile.tags);
    return { Tags: items, ...rest };
  },
} satisfies IamHandlers;
