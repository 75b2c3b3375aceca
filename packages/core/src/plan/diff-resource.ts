import { isOwned, isUnderScope } from '../model/ownership.ts';
import {
  type DesiredOf,
  type DesiredPolicy,
  type DesiredResource,
  isSpecified,
  type LivePolicy,
  type LiveResource,
  type SpecifiedType,
} from '../model/resource.ts';
import type { Tags } from '../model/snapshot.ts';
import { type Adoption, adoptResource } from './adopt-resource.ts';
import type { AdoptableType, LiveUnspecified } from './adoption-barrier.ts';
import { foreign, outsidePath, quarantined, quarantineOf, spelled } from './conflicts.ts';
import { setAccountAlias, setPasswordPolicy } from './diff-account-settings.ts';
import type { DiffContext } from './diff-context.ts';
import { createGroup, updateGroup } from './diff-group.ts';
import {
  createInstanceProfile,
  deleteInstanceProfile,
  updateInstanceProfile,
} from './diff-instance-profile.ts';
import { createOidcProvider, updateOidcProvider } from './diff-oidc-provider.ts';
import { createPolicy, describedAnew, updatePolicy } from './diff-policy.ts';
import { createRole, updateRole } from './diff-role.ts';
import { createUser, updateUser } from './diff-user.ts';
import type { Difference } from './difference.ts';
import type { Holders } from './holders.ts';
import { specOf } from './kinds/kinds.ts';
import { facetsOf } from './live-facets.ts';
import { markCall } from './mark-call.ts';
import type { OperationDraft } from './operation.ts';
import { replacePolicy, replaceRole } from './replace.ts';
import { settingChange, updateOf } from './setting-change.ts';

const none: Difference = { kind: 'none' };

type Unspecified = Exclude<DesiredResource, { readonly type: SpecifiedType }>;

/** Compares a declared resource with what is there under its name. */
export function diffResource(
  desired: DesiredResource,
  live: LiveResource | undefined,
  context: DiffContext,
  holders: Holders,
): Difference {
  if (live === undefined) {
    return isSpecified(desired)
      ? diffSpecified(desired, undefined, context)
      : { kind: 'create', drafts: createDrafts(desired, context) };
  }
  const quarantine = quarantineOf(live);
  if (quarantine !== undefined) return quarantined(quarantine);
  switch (desired.type) {
    case 'account-alias':
      return live.type === desired.type
        ? settingChange(setAccountAlias(desired, live), { ...desired, what: 'account alias' })
        : none;
    case 'password-policy':
      return live.type === desired.type
        ? settingChange(setPasswordPolicy(desired, live), { ...desired, what: 'password policy' })
        : none;
    case 'service-linked-role':
      return none;
    case 'oidc-provider':
      if (live.type !== desired.type) return none;
      if (!isOwned(live, context.scope)) {
        if (desired.adopt) {
          return adopt(desired, live, context, (marked) =>
            updateOidcProvider(desired, { ...live, ...marked }, context),
          );
        }
        return desired.clientIds.every((id) => live.clientIds.includes(id))
          ? {
              kind: 'none',
              note: `${live.arn} is there with these audiences; not ours, left alone.`,
            }
          : foreign(live, context);
      }
      return updateOf(updateOidcProvider(desired, live, context));
    case 'role':
      if (live.type !== desired.type) return none;
      if (!isOwned(live, context.scope)) {
        return adopt(desired, live, context, (marked) =>
          updateRole(desired, { ...live, ...marked }, context),
        );
      }
      if (moved(desired, live) && !isUnderScope(live, context.scope)) return outsidePath(live);
      return moved(desired, live)
        ? replaceRole(desired, live, context, holders)
        : updateOf(updateRole(desired, live, context));
    case 'policy':
      if (live.type !== desired.type) return none;
      if (!isOwned(live, context.scope)) {
        return adopt(desired, live, context, (marked) =>
          updatePolicy(desired, { ...live, ...marked }, context),
        );
      }
      if (!remade(desired, live)) return updateOf(updatePolicy(desired, live, context));
      return isUnderScope(live, context.scope)
        ? replacePolicy(desired, live, context, holders)
        : outsidePath(live);
    case 'group':
      if (live.type !== desired.type) return none;
      if (!isOwned(live, context.scope)) {
        return adopt(desired, live, context, () => updateGroup(desired, live, context));
      }
      if (desired.name !== live.name) return spelled(live);
      return updateOf(updateGroup(desired, live, context));
    case 'user':
      if (live.type !== desired.type) return none;
      if (!isOwned(live, context.scope)) {
        return adopt(desired, live, context, (marked) =>
          updateUser(desired, { ...live, ...marked }, context),
        );
      }
      if (desired.name !== live.name) return spelled(live);
      return updateOf(updateUser(desired, live, context));
    case 'instance-profile':
      if (live.type !== desired.type) return none;
      if (!isOwned(live, context.scope)) {
        return adopt(desired, live, context, (marked) =>
          updateInstanceProfile(desired, { ...live, ...marked }, context),
        );
      }
      if (moved(desired, live) && !isUnderScope(live, context.scope)) return outsidePath(live);
      return moved(desired, live)
        ? {
            kind: 'replace',
            drafts: [...deleteInstanceProfile(live), ...createInstanceProfile(desired)],
            warnings: ['Instances that carry the profile lose it until it is associated again.'],
          }
        : updateOf(updateInstanceProfile(desired, live, context));
    default:
      return diffSpecified(desired, live, context);
  }
}

function diffSpecified(
  desired: Extract<DesiredResource, { readonly type: SpecifiedType }>,
  live: LiveResource | undefined,
  context: DiffContext,
): Difference {
  if (live === undefined) return specOf(desired.type).diff(desired, undefined, context);
  if (!isSpecified(live) || live.type !== desired.type) return none;
  return specOf(desired.type).diff(desired, live, context);
}

function adopt(
  desired: DesiredOf<AdoptableType>,
  live: LiveUnspecified,
  context: DiffContext,
  update: Adoption['update'],
): Difference {
  const mark = (tags: Tags) => markCall(live, tags);
  return adoptResource(desired, live, context, { facets: facetsOf(live), mark, update });
}

function createDrafts(desired: Unspecified, context: DiffContext): readonly OperationDraft[] {
  switch (desired.type) {
    case 'account-alias':
      return setAccountAlias(desired, undefined);
    case 'password-policy':
      return setPasswordPolicy(desired, undefined);
    case 'oidc-provider':
      return createOidcProvider(desired);
    case 'service-linked-role':
      return createLinkedRole(desired.service, desired.customSuffix, desired.description);
    case 'policy':
      return createPolicy(desired);
    case 'group':
      return createGroup(desired, context);
    case 'user':
      return createUser(desired, context);
    case 'role':
      return createRole(desired, context);
    case 'instance-profile':
      return createInstanceProfile(desired);
    default:
      return desired satisfies never;
  }
}

function createLinkedRole(
  service: string,
  suffix: string | undefined,
  description: string | undefined,
): readonly OperationDraft[] {
  return [
    {
      call: {
        action: 'iam:CreateServiceLinkedRole',
        input: {
          AWSServiceName: service,
          ...(suffix === undefined ? {} : { CustomSuffix: suffix }),
          ...(description === undefined ? {} : { Description: description }),
        },
      },
      facet: '',
      before: null,
      after: { service, customSuffix: suffix ?? null },
    },
  ];
}

interface Named {
  readonly name: string;
  readonly path: string;
}

/** IAM cannot change the path or the spelling of these: they are deleted and made again. */
function moved(desired: Named, live: Named): boolean {
  return desired.path !== live.path || desired.name !== live.name;
}

/** Nor the description of a policy; one that is not declared may be anything. */
function remade(desired: DesiredPolicy, live: LivePolicy): boolean {
  return moved(desired, live) || describedAnew(desired, live);
}
