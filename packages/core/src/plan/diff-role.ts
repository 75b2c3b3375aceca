import { policyNameable } from '../model/ignored.ts';
import type { DesiredRole, LiveRole } from '../model/resource.ts';
import { toTagList } from './calls.ts';
import type { DiffContext } from './diff-context.ts';
import { diffGrants, noGrants, removeGrants } from './diff-grants.ts';
import { diffTags } from './diff-tags.ts';
import { documentChange, documentJson, documentText } from './document-change.ts';
import { goneFrom } from './gone-from.ts';
import type { OperationDraft } from './operation.ts';
import { inOrder } from './steps.ts';

/** Creates with tags and boundary in one call, so that no policy sees the role without them. */
export function createRole(desired: DesiredRole, context: DiffContext): readonly OperationDraft[] {
  const { name, path, trust, description, maxSessionDuration, permissionsBoundary, tags } = desired;
  return inOrder(
    [
      {
        call: {
          action: 'iam:CreateRole',
          input: {
            RoleName: name,
            Path: path,
            AssumeRolePolicyDocument: documentText(trust),
            MaxSessionDuration: maxSessionDuration,
            Tags: toTagList(tags),
            ...(description === undefined ? {} : { Description: description }),
            ...(permissionsBoundary === undefined
              ? {}
              : { PermissionsBoundary: permissionsBoundary }),
          },
        },
        facet: '',
        before: null,
        after: {
          path,
          trust: documentJson(trust),
          description: description ?? '',
          maxSessionDuration,
          permissionsBoundary: permissionsBoundary ?? null,
          tags,
        },
      },
      ...diffGrants({ holder: 'role', name }, desired, noGrants, context),
    ],
    context,
  );
}

export function updateRole(
  desired: DesiredRole,
  live: LiveRole,
  context: DiffContext,
): readonly OperationDraft[] {
  const RoleName = live.name;
  const trust = documentChange(
    {
      facet: 'trust',
      before: live.trust,
      after: desired.trust,
      call: {
        action: 'iam:UpdateAssumeRolePolicy',
        input: { RoleName, PolicyDocument: documentText(desired.trust) },
      },
    },
    context,
  );
  const boundary = updateBoundary(desired, live, context);
  const of = {
    holder: 'role',
    name: RoleName,
    reshaped: trust.length + boundary.length > 0,
  } as const;
  return inOrder(
    [
      ...trust,
      ...updateSettings(desired, live),
      ...boundary,
      ...diffTags(
        desired.tags,
        live.tags,
        {
          add: (Tags) => ({ action: 'iam:TagRole', input: { RoleName, Tags } }),
          remove: (TagKeys) => ({ action: 'iam:UntagRole', input: { RoleName, TagKeys } }),
        },
        context,
      ),
      ...diffGrants(of, desired, live, context),
    ],
    context,
  );
}

/** UpdateRole resets what it is not told, so both settings are always sent. */
function updateSettings(desired: DesiredRole, live: LiveRole): readonly OperationDraft[] {
  const before = {
    description: live.description ?? '',
    maxSessionDuration: live.maxSessionDuration,
  };
  const after = {
    description: desired.description ?? '',
    maxSessionDuration: desired.maxSessionDuration,
  };
  if (
    before.description === after.description &&
    before.maxSessionDuration === after.maxSessionDuration
  ) {
    return [];
  }
  return [
    {
      call: {
        action: 'iam:UpdateRole',
        input: {
          RoleName: live.name,
          Description: after.description,
          MaxSessionDuration: after.maxSessionDuration,
        },
      },
      facet: 'settings',
      before,
      after,
    },
  ];
}

function updateBoundary(
  desired: DesiredRole,
  live: LiveRole,
  { ignores }: DiffContext,
): readonly OperationDraft[] {
  const before = live.permissionsBoundary;
  const after = desired.permissionsBoundary;
  if (before === after) return [];
  // A bound that somebody else put on stays where the declaration leaves others their part.
  if (after === undefined && !desired.exclusive) return [];
  if (after === undefined && before !== undefined && ignores(policyNameable(before))) return [];
  const RoleName = live.name;
  return [
    {
      call:
        after === undefined
          ? { action: 'iam:DeleteRolePermissionsBoundary', input: { RoleName } }
          : {
              action: 'iam:PutRolePermissionsBoundary',
              input: { RoleName, PermissionsBoundary: after },
            },
      facet: 'permissionsBoundary',
      before: before ?? null,
      after: after ?? null,
    },
  ];
}

/**
 * Out of its instance profiles, then what allows, then the role. The boundary stays to the end:
 * taking it off first would widen the sessions that are still alive.
 */
export function deleteRole(live: LiveRole, context: DiffContext): readonly OperationDraft[] {
  const RoleName = live.name;
  return inOrder(
    [
      ...live.instanceProfiles.map((profile): OperationDraft => {
        const input = { InstanceProfileName: profile, RoleName };
        return {
          call: { action: 'iam:RemoveRoleFromInstanceProfile', input },
          facet: `instanceProfiles/${profile}`,
          before: profile,
          after: null,
        };
      }),
      ...removeGrants({ holder: 'role', name: RoleName }, live, context),
      {
        call: { action: 'iam:DeleteRole', input: { RoleName } },
        facet: '',
        ...goneFrom(live, { arn: live.arn, id: live.id }),
      },
    ],
    context,
  );
}
