import { isOwned, isUnderScope, ownerTag } from '../model/ownership.ts';
import type { DesiredResource, LiveResource } from '../model/resource.ts';
import { setAccountAlias, setPasswordPolicy } from './diff-account-settings.ts';
import type { DiffContext } from './diff-context.ts';
import { createGroup, updateGroup } from './diff-group.ts';
import {
  createInstanceProfile,
  deleteInstanceProfile,
  updateInstanceProfile,
} from './diff-instance-profile.ts';
import { createOidcProvider, updateOidcProvider } from './diff-oidc-provider.ts';
import { createPolicy, updatePolicy } from './diff-policy.ts';
import { createRole, updateRole } from './diff-role.ts';
import { createUser, updateUser } from './diff-user.ts';
import type { Difference } from './difference.ts';
import type { OperationDraft } from './operation.ts';
import { type Holders, replacePolicy, replaceRole } from './replace.ts';
import { stepOf } from './steps.ts';

const none: Difference = { kind: 'none' };

/** Compares a declared resource with what is there under its name. */
export function diffResource(
  desired: DesiredResource,
  live: LiveResource | undefined,
  context: DiffContext,
  holders: Holders,
): Difference {
  if (live === undefined) return { kind: 'create', drafts: createDrafts(desired, context) };
  const quarantine = quarantineOf(live);
  if (quarantine !== undefined) return quarantined(quarantine);
  switch (desired.type) {
    case 'account-alias':
      return live.type === desired.type
        ? settingChange(setAccountAlias(desired, live), desired.adopt, 'account alias')
        : none;
    case 'password-policy':
      return live.type === desired.type
        ? settingChange(setPasswordPolicy(desired, live), desired.adopt, 'password policy')
        : none;
    case 'service-linked-role':
      return none;
    case 'oidc-provider':
      if (live.type !== desired.type) return none;
      if (!isOwned(live, context.scope)) {
        return desired.clientIds.every((id) => live.clientIds.includes(id))
          ? {
              kind: 'none',
              note: `${live.arn} is there with these audiences; not ours, left alone.`,
            }
          : foreign(live, context);
      }
      return update(updateOidcProvider(desired, live, context));
    case 'role':
      if (live.type !== desired.type) return none;
      if (!isOwned(live, context.scope)) return foreign(live, context);
      if (moved(desired, live) && !isUnderScope(live, context.scope)) return outsidePath(live);
      return moved(desired, live)
        ? replaceRole(desired, live, context, holders)
        : update(updateRole(desired, live, context));
    case 'policy':
      if (live.type !== desired.type) return none;
      if (!isOwned(live, context.scope)) return foreign(live, context);
      if (moved(desired, live) && !isUnderScope(live, context.scope)) return outsidePath(live);
      return moved(desired, live) || describedAnew(desired, live)
        ? replacePolicy(desired, live, context, holders)
        : update(updatePolicy(desired, live, context));
    case 'group':
      if (live.type !== desired.type) return none;
      if (!isOwned(live, context.scope)) return foreign(live, context);
      if (desired.name !== live.name) return spelled(live);
      return update(updateGroup(desired, live, context));
    case 'user':
      if (live.type !== desired.type) return none;
      if (!isOwned(live, context.scope)) return foreign(live, context);
      if (desired.name !== live.name) return spelled(live);
      return update(updateUser(desired, live, context));
    case 'instance-profile':
      if (live.type !== desired.type) return none;
      if (!isOwned(live, context.scope)) return foreign(live, context);
      if (moved(desired, live) && !isUnderScope(live, context.scope)) return outsidePath(live);
      return moved(desired, live)
        ? {
            kind: 'replace',
            drafts: [...deleteInstanceProfile(live), ...createInstanceProfile(desired)],
            warnings: ['Instances that carry the profile lose it until it is associated again.'],
          }
        : update(updateInstanceProfile(desired, live, context));
    default:
      return desired satisfies never;
  }
}

function createDrafts(desired: DesiredResource, context: DiffContext): readonly OperationDraft[] {
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

function update(drafts: readonly OperationDraft[]): Difference {
  return drafts.length > 0 ? { kind: 'update', drafts, warnings: looseningWarnings(drafts) } : none;
}

/** What holds a principal back is rarely taken off on purpose, and often not ours. */
function looseningWarnings(drafts: readonly OperationDraft[]): readonly string[] {
  return drafts.flatMap((draft) => {
    const step = draft.step ?? stepOf(draft);
    if (step === 'unbound') return [`Takes off the permissions boundary ${draft.before}.`];
    if (step === 'unguard') return [`Takes away ${draft.facet}, which only denies.`];
    return [];
  });
}

/** Settings of the whole account carry no mark: changing what is there needs a word from a person. */
function settingChange(
  drafts: readonly OperationDraft[],
  adopt: boolean,
  what: string,
): Difference {
  if (drafts.length === 0 || adopt) return update(drafts);
  return {
    kind: 'conflict',
    message: `The account has another ${what} already.`,
    hint: 'Write "adopt: true" beside it to replace what is there.',
  };
}

/** A tag proves little: to be deleted, also to be made again, a resource lies under our path. */
function outsidePath(live: { readonly arn: string }): Difference {
  return {
    kind: 'conflict',
    message: `${live.arn} would have to be deleted and made again, and does not lie under our path.`,
    hint: 'Delete it by hand, or declare it with the path it has.',
  };
}

/** AWS attaches these where it has found an access key in public: taking them off is no clean-up. */
function quarantineOf(live: LiveResource): string | undefined {
  if (live.type !== 'user' && live.type !== 'role' && live.type !== 'group') return undefined;
  return live.attachedPolicies.find(({ arn }) =>
    arn.includes(':policy/AWSCompromisedKeyQuarantine'),
  )?.arn;
}

function quarantined(arn: string): Difference {
  return {
    kind: 'conflict',
    message: `AWS has put it under quarantine (${arn}): it believes that a key has leaked.`,
    hint: 'Rotate its keys and look at what they did; then detach the policy by hand.',
  };
}

interface Named {
  readonly name: string;
  readonly path: string;
}

/** IAM cannot change the path or the spelling of these: they are deleted and made again. */
function moved(desired: Named, live: Named): boolean {
  return desired.path !== live.path || desired.name !== live.name;
}

/** The description of a policy cannot be changed; one that is not declared may be anything. */
function describedAnew(
  desired: { readonly description: string | undefined },
  live: { readonly description: string | undefined },
): boolean {
  return desired.description !== undefined && desired.description !== (live.description ?? '');
}

/** ARNs are compared to the letter, so a name in another case would be another principal. */
function spelled(live: { readonly name: string; readonly arn: string }): Difference {
  return {
    kind: 'conflict',
    message: `${live.arn} exists in another spelling, and IAM takes both for one name.`,
    hint: `Write it as "${live.name}".`,
  };
}

function foreign(
  live: {
    readonly type: string;
    readonly arn: string;
    readonly tags?: { readonly [key: string]: string } | undefined;
  },
  { scope }: DiffContext,
): Difference {
  const owner = live.tags?.[ownerTag];
  return {
    kind: 'conflict',
    message:
      owner === undefined || owner === scope
        ? `${live.arn} exists and is not ours; it is left alone.`
        : `${live.arn} belongs to scope "${owner}"; it is left alone.`,
    hint: 'Declare it under another name, or remove the one that is there.',
  };
}
