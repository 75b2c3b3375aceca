import { policyNameable } from '../model/ignored.ts';
import type { DesiredUser, LiveUser } from '../model/resource.ts';
import { toTagList } from './calls.ts';
import type { DiffContext } from './diff-context.ts';
import { diffGrants, noGrants, removeGrants } from './diff-grants.ts';
import { diffSignIn, noSignIn } from './diff-sign-in.ts';
import { diffTags } from './diff-tags.ts';
import { goneFrom } from './gone-from.ts';
import type { OperationDraft } from './operation.ts';
import { inOrder } from './steps.ts';

export function createUser(desired: DesiredUser, context: DiffContext): readonly OperationDraft[] {
  const { name, path, permissionsBoundary, tags } = desired;
  return inOrder(
    [
      {
        call: {
          action: 'iam:CreateUser',
          input: {
            UserName: name,
            Path: path,
            Tags: toTagList(tags),
            ...(permissionsBoundary === undefined
              ? {}
              : { PermissionsBoundary: permissionsBoundary }),
          },
        },
        facet: '',
        before: null,
        after: { path, permissionsBoundary: permissionsBoundary ?? null, tags },
      },
      ...diffGrants({ holder: 'user', name }, desired, noGrants, context),
      ...desired.groups.map((group) => join(name, group)),
      ...diffSignIn(desired, noSignIn),
    ],
    context,
  );
}

export function updateUser(
  desired: DesiredUser,
  live: LiveUser,
  context: DiffContext,
): readonly OperationDraft[] {
  const UserName = live.name;
  const lower = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase()));
  const present = lower(live.groups);
  const wanted = lower(desired.groups);
  return inOrder(
    [
      ...updatePath(desired, live),
      ...updateBoundary(desired, live, context),
      ...diffTags(
        desired.tags,
        live.tags,
        {
          add: (Tags) => ({ action: 'iam:TagUser', input: { UserName, Tags } }),
          remove: (TagKeys) => ({ action: 'iam:UntagUser', input: { UserName, TagKeys } }),
        },
        context,
      ),
      ...diffGrants({ holder: 'user', name: UserName }, desired, live, context),
      ...desired.groups
        .filter((group) => !present.has(group.toLowerCase()))
        .map((group) => join(UserName, group)),
      ...(desired.exclusive
        ? live.groups
            .filter((group) => !wanted.has(group.toLowerCase()) && !ignoresGroup(group, context))
            .map((group) => leave(UserName, group))
        : []),
      ...diffSignIn(desired, live),
    ],
    context,
  );
}

function updatePath(desired: DesiredUser, live: LiveUser): readonly OperationDraft[] {
  if (desired.path === live.path) return [];
  return [
    {
      call: { action: 'iam:UpdateUser', input: { UserName: live.name, NewPath: desired.path } },
      facet: 'path',
      before: live.path,
      after: desired.path,
    },
  ];
}

function ignoresGroup(name: string, { ignores }: DiffContext): boolean {
  return ignores({ key: `group/${name}`, arn: undefined });
}

function updateBoundary(
  desired: DesiredUser,
  live: LiveUser,
  { ignores }: DiffContext,
): readonly OperationDraft[] {
  const before = live.permissionsBoundary;
  const after = desired.permissionsBoundary;
  if (before === after) return [];
  // A bound that somebody else put on stays where the declaration leaves others their part.
  if (after === undefined && !desired.exclusive) return [];
  if (after === undefined && before !== undefined && ignores(policyNameable(before))) return [];
  const UserName = live.name;
  return [
    {
      call:
        after === undefined
          ? { action: 'iam:DeleteUserPermissionsBoundary', input: { UserName } }
          : {
              action: 'iam:PutUserPermissionsBoundary',
              input: { UserName, PermissionsBoundary: after },
            },
      facet: 'permissionsBoundary',
      before: before ?? null,
      after: after ?? null,
    },
  ];
}

function join(UserName: string, GroupName: string): OperationDraft {
  return {
    call: { action: 'iam:AddUserToGroup', input: { UserName, GroupName } },
    facet: `groups/${GroupName}`,
    before: null,
    after: GroupName,
  };
}

function leave(UserName: string, GroupName: string): OperationDraft {
  return {
    call: { action: 'iam:RemoveUserFromGroup', input: { UserName, GroupName } },
    facet: `groups/${GroupName}`,
    before: GroupName,
    after: null,
  };
}

/** Policies off, out of its groups, then the user; its boundary stays to the end. */
export function deleteUser(live: LiveUser, context: DiffContext): readonly OperationDraft[] {
  const UserName = live.name;
  return inOrder(
    [
      ...removeGrants({ holder: 'user', name: UserName }, live, context),
      ...live.groups.map((group) => leave(UserName, group)),
      {
        call: { action: 'iam:DeleteUser', input: { UserName } },
        facet: '',
        ...goneFrom(live, { arn: live.arn, id: live.id }),
      },
    ],
    context,
  );
}
