import { isOwned, isUnderScope, resourceTag } from '../model/ownership.ts';
import {
  isSpecified,
  type LiveOf,
  type LiveResource,
  type PrunableType,
  resourceKey,
  type SpecifiedType,
  specifiedTypes,
} from '../model/resource.ts';
import type { PartValue, Snapshot } from '../model/snapshot.ts';
import type { DiffContext } from './diff-context.ts';
import { detachOf } from './diff-grants.ts';
import { deleteGroup } from './diff-group.ts';
import { deleteInstanceProfile } from './diff-instance-profile.ts';
import { deleteOidcProvider } from './diff-oidc-provider.ts';
import { deletePolicy } from './diff-policy.ts';
import { deleteRole } from './diff-role.ts';
import { type Holders, holdersOf, isSettled } from './holders.ts';
import { specOf } from './kinds/kinds.ts';
import type { LiveIndex } from './live-index.ts';
import type { OperationDraft } from './operation.ts';
import { pruneUser } from './prune-user.ts';

export type Pruned =
  /** It stays, without what allows it anything, until a person has done their part. */
  | {
      readonly kind: 'strip';
      readonly live: Prunable;
      readonly drafts: readonly OperationDraft[];
      readonly message: string;
      readonly hint: string;
    }
  | { readonly kind: 'delete'; readonly live: Prunable; readonly drafts: readonly OperationDraft[] }
  | {
      readonly kind: 'conflict';
      readonly live: Prunable;
      readonly message: string;
      readonly hint: string;
    };

export type Prunable =
  | LiveOf<PrunableType>
  /** Prune leaves it, for it has no path; it may end. */
  | LiveOf<'oidc-provider'>
  | LiveOf<SpecifiedType>;

/** What carries the mark of the scope and is declared no longer. */
export function undeclared(
  live: LiveIndex,
  declared: ReadonlySet<string>,
  { scope, ignores }: Pick<DiffContext, 'scope' | 'ignores'>,
): readonly Prunable[] {
  const known: readonly Prunable[] = [
    ...live.all('role'),
    ...live.all('policy'),
    ...live.all('group'),
    ...live.all('user'),
    ...live.all('instance-profile'),
    ...specifiedTypes.flatMap((type) => live.all(type)),
  ];
  return known.filter((resource) => {
    const isDeclared = declared.has(resourceKey(resource));
    return isOursToPrune(resource, scope) && !isDeclared && !isIgnored(resource, { ignores });
  });
}

/** Whether nobody may touch it, whosever mark it carries. */
export function isIgnored(
  resource: LiveResource,
  { ignores }: Pick<DiffContext, 'ignores'>,
): boolean {
  const arn = 'arn' in resource ? resource.arn : undefined;
  return ignores({ key: resourceKey(resource), arn });
}

/** Whether it carries the mark of the scope. */
function isOursToPrune(resource: Prunable, scope: string): boolean {
  if (!isSpecified(resource)) return isOwned(resource, scope);
  return specOf(resource.type).removal?.isOurs?.(resource, scope) === true;
}

/** Whether it is ours enough to go where the manifest itself says that it is to. */
export function isOursByWord(resource: Prunable, scope: string): boolean {
  if (!isSpecified(resource)) return isOwned(resource, scope);
  const { isOurs, isOursByWord: byWord = isOurs } = specOf(resource.type).removal ?? {};
  return byWord?.(resource, scope) === true;
}

/** A tag proves little, as anyone with TagRole can set one: only what lies under our path goes. */
export function isPrunable(resource: Prunable, scope: string): boolean {
  if (resource.type === 'oidc-provider') return false;
  if (!isSpecified(resource)) return isOwned(resource, scope) && isUnderScope(resource, scope);
  return isOursToPrune(resource, scope);
}

/** The address under which a resource was declared when it was made. */
export function formerAddress(resource: Prunable): string {
  const tags = 'tags' in resource ? resource.tags : undefined;
  return tags?.[resourceTag] ?? `${resource.type}/${resource.name}`;
}

export interface PruneFacts {
  readonly context: DiffContext;
  readonly holders: Holders;
  /** Absent where they could not be read. */
  readonly userCredentials: PartValue<'userCredentials'> | undefined;
  readonly userSignIns?: PartValue<'userSignIns'> | undefined;
  /** Names of the instance profiles that carry our mark and are not ignored. */
  readonly ownProfiles: ReadonlySet<string>;
}

export function pruneFacts(
  { parts }: Snapshot,
  live: LiveIndex,
  context: DiffContext,
  handled: Pick<Holders, 'leaving' | 'settled' | 'standing'>,
): PruneFacts {
  const { userCredentials: credentials, userSignIns: signIns } = parts;
  const profiles = live
    .all('instance-profile')
    .filter((one) => isOwned(one, context.scope) && !isIgnored(one, context));
  return {
    context,
    holders: {
      users: live.all('user'),
      groups: live.all('group'),
      roles: live.all('role'),
      policies: live.all('policy'),
      ...handled,
    },
    userCredentials: credentials.status === 'known' ? credentials.value : undefined,
    userSignIns: signIns.status === 'known' ? signIns.value : undefined,
    ownProfiles: new Set(profiles.map(({ name }) => name)),
  };
}

export function pruneResource(live: Prunable, facts: PruneFacts): Pruned {
  const { context, holders } = facts;
  switch (live.type) {
    case 'role': {
      const foreign = live.instanceProfiles.filter((name) => !facts.ownProfiles.has(name));
      if (foreign.length > 0)
        return inUse(
          live,
          foreign.map((name) => `instance profile ${name}`),
        );
      return { kind: 'delete', live, drafts: deleteRole(live, context) };
    }
    case 'oidc-provider':
      return { kind: 'delete', live, drafts: deleteOidcProvider(live) };
    case 'instance-profile':
      return { kind: 'delete', live, drafts: deleteInstanceProfile(live) };
    case 'policy': {
      const { attached, bounded } = holdersOf(live.arn, holders);
      const users = [...attached, ...bounded]
        .filter(({ holder }) => !isSettled(holder, holders, context.scope))
        .map(({ holder }) => holder.arn);
      if (users.some(isOfIdentityCenter)) return heldByPermissionSet(live, users);
      if (users.length > 0) return inUse(live, users);
      // Those that the plan deletes go before, and take their attachments with them.
      const staying = attached.filter(({ holder }) => !holders.leaving.has(resourceKey(holder)));
      const drafts = [...staying.map(({ of }) => detachOf(of, live.arn)), ...deletePolicy(live)];
      return { kind: 'delete', live, drafts };
    }
    case 'group': {
      const members = holders.users.filter(({ groups }) => groups.includes(live.name));
      const foreign = members.filter((user) => !isSettled(user, holders, context.scope));
      if (foreign.length > 0)
        return inUse(
          live,
          foreign.map(({ arn }) => arn),
        );
      const staying = members.filter((user) => !holders.leaving.has(resourceKey(user)));
      const names = staying.map(({ name }) => name);
      return { kind: 'delete', live, drafts: deleteGroup(live, names, context) };
    }
    case 'user':
      return pruneUser(live, facts);
    default: {
      const drafts = specOf(live.type).removal?.drafts(live, context, holders.leaving) ?? [];
      return 'message' in drafts
        ? { kind: 'conflict', live, message: drafts.message, hint: drafts.hint }
        : { kind: 'delete', live, drafts };
    }
  }
}

/** How it is called in messages: by its ARN, where it has one. */
export function labelOf(live: LiveResource): string {
  return 'arn' in live ? live.arn : resourceKey(live);
}

function isOfIdentityCenter(arn: string): boolean {
  return arn.includes(':role/aws-reserved/sso.amazonaws.com/');
}

/** Nobody but Identity Center edits its roles: they follow their permission sets. */
function heldByPermissionSet(live: Prunable, by: readonly string[]): Pruned {
  const sets = by.flatMap((arn) => /\/AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(arn)?.[1] ?? []);
  const others = by.filter((arn) => !isOfIdentityCenter(arn));
  return {
    kind: 'conflict',
    live,
    message: `${labelOf(live)} is no longer declared, but held here by permission set ${[...new Set(sets)].join(', ')}${others.length > 0 ? ` and ${others.join(', ')}` : ''}.`,
    hint: 'Apply twice: first with this policy still declared and no move of it, and the permission set without it (with its successor, if there is one); once that is provisioned, move it or take it out.',
  };
}

function inUse(live: Prunable, by: readonly string[]): Pruned {
  return {
    kind: 'conflict',
    live,
    message: `${labelOf(live)} is no longer declared, but in use by ${[...new Set(by)].join(', ')}.`,
    hint: 'Take it from them first, or declare it again.',
  };
}
