import { policyNameable } from '../model/ignored.ts';
import type { DesiredUser, LiveUser } from '../model/resource.ts';
import { credentialsMark, type MadeKind, madeCredentials } from '../model/sign-in.ts';
import type { Tags } from '../model/snapshot.ts';
import { toTagList } from './calls.ts';
import type { DiffContext } from './diff-context.ts';
import { diffGrants, noGrants, removeGrants } from './diff-grants.ts';
import { diffSignIn, noSignIn } from './diff-sign-in.ts';
import { diffTags } from './diff-tags.ts';
import { goneFrom } from './gone-from.ts';
import type { OperationDraft } from './operation.ts';
import { inOrder } from './steps.ts';

export function createUser(desired: DesiredUser, context: DiffContext): readonly OperationDraft[] {
  const { name, path, permissionsBoundary } = desired;
  const signIn = diffSignIn(desired, noSignIn);
  const tags = tagsOf(desired, {}, signIn);
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
      ...signIn,
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
  const signIn = diffSignIn(desired, live);
  return inOrder(
    [
      ...updatePath(desired, live),
      ...updateBoundary(desired, live, context),
      ...diffTags(
        tagsOf(desired, live.tags, signIn),
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
      ...signIn,
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

/** Policies off, out of its groups, its credentials, then the user; its boundary stays to the end. */
export function deleteUser(
  live: LiveUser,
  credentials: readonly OperationDraft[],
  context: DiffContext,
): readonly OperationDraft[] {
  return inOrder(
    [
      ...removeAccess(live, context),
      ...credentials,
      {
        call: { action: 'iam:DeleteUser', input: { UserName: live.name } },
        facet: '',
        ...goneFrom(live, { arn: live.arn, id: live.id }),
      },
    ],
    context,
  );
}

/** All that allows it anything; what only denies stays, for the user does. */
export function stripUser(
  live: LiveUser,
  credentials: readonly OperationDraft[],
  context: DiffContext,
): readonly OperationDraft[] {
  const drafts = inOrder([...removeAccess(live, context), ...credentials], context);
  return drafts.filter(({ step }) => step !== 'unguard');
}

function removeAccess(live: LiveUser, context: DiffContext): readonly OperationDraft[] {
  const UserName = live.name;
  return [
    ...removeGrants({ holder: 'user', name: UserName }, live, context),
    ...live.groups.map((group) => leave(UserName, group)),
  ];
}

/** With the tag by which the credentials that we make are known; it stays as long as they may. */
function tagsOf(desired: DesiredUser, live: Tags, signIn: readonly OperationDraft[]): Tags {
  const made = signIn.flatMap(({ call: { action } }): readonly MadeKind[] => {
    if (action === 'iam:CreateLoginProfile') return ['password'];
    return action === 'iam:CreateAccessKey' ? ['access-keys'] : [];
  });
  const kept = madeCredentials(live).filter(
    (kind) =>
      !(kind === 'password' && desired.login === false) &&
      !(kind === 'access-keys' && desired.accessKeys?.count === 0),
  );
  return { ...desired.tags, ...credentialsMark([...kept, ...made]) };
}
