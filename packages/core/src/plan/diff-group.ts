import type { DesiredGroup, LiveGroup } from '../model/resource.ts';
import type { DiffContext } from './diff-context.ts';
import { diffGrants, noGrants, removeGrants } from './diff-grants.ts';
import { goneFrom } from './gone-from.ts';
import type { OperationDraft } from './operation.ts';
import { inOrder } from './steps.ts';

export function createGroup(
  desired: DesiredGroup,
  context: DiffContext,
): readonly OperationDraft[] {
  const { name, path } = desired;
  return inOrder(
    [
      {
        call: { action: 'iam:CreateGroup', input: { GroupName: name, Path: path } },
        facet: '',
        before: null,
        after: { path },
      },
      ...diffGrants({ holder: 'group', name }, desired, noGrants, context),
    ],
    context,
  );
}

export function updateGroup(
  desired: DesiredGroup,
  live: LiveGroup,
  context: DiffContext,
): readonly OperationDraft[] {
  return inOrder(
    [
      ...updatePath(desired, live),
      ...diffGrants({ holder: 'group', name: live.name }, desired, live, context),
    ],
    context,
  );
}

function updatePath(desired: DesiredGroup, live: LiveGroup): readonly OperationDraft[] {
  if (desired.path === live.path) return [];
  return [
    {
      call: { action: 'iam:UpdateGroup', input: { GroupName: live.name, NewPath: desired.path } },
      facet: 'path',
      before: live.path,
      after: desired.path,
    },
  ];
}

/** Members out, policies off, then the group. */
export function deleteGroup(
  live: LiveGroup,
  members: readonly string[],
  context: DiffContext,
): readonly OperationDraft[] {
  const GroupName = live.name;
  return inOrder(
    [
      ...members.map((UserName): OperationDraft => {
        return {
          call: { action: 'iam:RemoveUserFromGroup', input: { UserName, GroupName } },
          facet: `members/${UserName}`,
          before: UserName,
          after: null,
        };
      }),
      ...removeGrants({ holder: 'group', name: GroupName }, live, context),
      {
        call: { action: 'iam:DeleteGroup', input: { GroupName } },
        facet: '',
        ...goneFrom(live, { arn: live.arn, id: live.id }),
      },
    ],
    context,
  );
}
