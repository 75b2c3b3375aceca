import type { DesiredInstanceProfile, LiveInstanceProfile } from '../model/resource.ts';
import { toTagList } from './calls.ts';
import type { DiffContext } from './diff-context.ts';
import { diffTags } from './diff-tags.ts';
import { goneFrom } from './gone-from.ts';
import type { OperationDraft } from './operation.ts';
import { inOrder } from './steps.ts';

export function createInstanceProfile(desired: DesiredInstanceProfile): readonly OperationDraft[] {
  const { name, path, role, tags } = desired;
  return [
    {
      call: {
        action: 'iam:CreateInstanceProfile',
        input: { InstanceProfileName: name, Path: path, Tags: toTagList(tags) },
      },
      facet: '',
      before: null,
      after: { path, tags },
    },
    addRole(name, role),
  ];
}

export function updateInstanceProfile(
  desired: DesiredInstanceProfile,
  live: LiveInstanceProfile,
  context: DiffContext,
): readonly OperationDraft[] {
  const InstanceProfileName = live.name;
  const present = live.roles.some((role) => role.toLowerCase() === desired.role.toLowerCase());
  return inOrder(
    [
      ...(present
        ? []
        : [
            ...live.roles.map((role) => removeRole(InstanceProfileName, role)),
            addRole(InstanceProfileName, desired.role),
          ]),
      ...diffTags(
        desired.tags,
        live.tags ?? {},
        {
          add: (Tags) => ({
            action: 'iam:TagInstanceProfile',
            input: { InstanceProfileName, Tags },
          }),
          remove: (TagKeys) => ({
            action: 'iam:UntagInstanceProfile',
            input: { InstanceProfileName, TagKeys },
          }),
        },
        context,
      ),
    ],
    context,
  );
}

export function addRole(InstanceProfileName: string, RoleName: string): OperationDraft {
  return {
    call: { action: 'iam:AddRoleToInstanceProfile', input: { InstanceProfileName, RoleName } },
    facet: `role/${RoleName}`,
    before: null,
    after: RoleName,
  };
}

function removeRole(InstanceProfileName: string, RoleName: string): OperationDraft {
  return {
    call: {
      action: 'iam:RemoveRoleFromInstanceProfile',
      input: { InstanceProfileName, RoleName },
    },
    facet: `role/${RoleName}`,
    before: RoleName,
    after: null,
  };
}

export function deleteInstanceProfile(live: LiveInstanceProfile): readonly OperationDraft[] {
  return [
    ...live.roles.map((role) => removeRole(live.name, role)),
    {
      call: { action: 'iam:DeleteInstanceProfile', input: { InstanceProfileName: live.name } },
      facet: '',
      ...goneFrom(live, { arn: live.arn }),
    },
  ];
}
