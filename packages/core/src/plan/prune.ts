import { isOwned, isUnderScope, resourceTag } from '../model/ownership.ts';
import { type LiveResource, resourceKey } from '../model/resource.ts';
import type { PartValue, Snapshot } from '../model/snapshot.ts';
import type { DiffContext } from './diff-context.ts';
import { detachOf } from './diff-grants.ts';
import { deleteGroup } from './diff-group.ts';
import { deleteInstanceProfile } from './diff-instance-profile.ts';
import { deletePolicy } from './diff-policy.ts';
import { deleteRole } from './diff-role.ts';
import { deleteUser } from './diff-user.ts';
import { type Holders, holdersOf, isSettled } from './holders.ts';
import type { LiveIndex } from './live-index.ts';
import type { OperationDraft } from './operation.ts';

export type Pruned =
  | { readonly kind: 'delete'; readonly live: Prunable; readonly drafts: readonly OperationDraft[] }
  | {
      readonly kind: 'conflict';
      readonly live: Prunable;
      readonly message: string;
      readonly hint: string;
    };

export type Prunable = Extract<
  LiveResource,
  { type: 'role' | 'policy' | 'group' | 'user' | 'instance-profile' }
>;

/** What carries the mark of the scope and is declared no longer. */
export function undeclared(
  live: LiveIndex,
  declared: ReadonlySet<string>,
  { scope, ignores }: Pick<DiffContext, 'scope' | 'ignores'>,
): readonly Prunable[] {
  return [
    ...live.all('role'),
    ...live.all('policy'),
    ...live.all('group'),
    ...live.all('user'),
    ...live.all('instance-profile'),
  ].filter((resource) => {
    const key = resourceKey(resource);
    return isOwned(resource, scope) && !declared.has(key) && !ignores({ key, arn: resource.arn });
  });
}

/** A tag proves little, as anyone with TagRole can set one: only what lies under our path goes. */
export function isPrunable(resource: Prunable, scope: string): boolean {
  return isUnderScope(resource, scope);
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
  /** Names of the instance profiles that carry our mark. */
  readonly ownProfiles: ReadonlySet<string>;
}

export function pruneFacts(
  { parts }: Snapshot,
  live: LiveIndex,
  context: DiffContext,
  handled: Pick<Holders, 'leaving' | 'settled' | 'standing'>,
): PruneFacts {
  const credentials = parts.userCredentials;
  const profiles = live.all('instance-profile').filter((one) => isOwned(one, context.scope));
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
    case 'instance-profile':
      return { kind: 'delete', live, drafts: deleteInstanceProfile(live) };
    case 'policy': {
      const { attached, bounded } = holdersOf(live.arn, holders);
      const users = [...attached, ...bounded]
        .filter(({ holder }) => !isSettled(holder, holders, context.scope))
        .map(({ holder }) => holder.arn);
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
    case 'user': {
      const credentials = credentialsOf(live.name, facts.userCredentials);
      if (credentials === undefined || credentials.length > 0) {
        return {
          kind: 'conflict',
          live,
          message:
            credentials === undefined
              ? `${live.arn} may have credentials: they could not be read.`
              : `${live.arn} still has ${credentials.join(', ')}.`,
          hint: 'Remove its credentials first; then it is deleted with the rest.',
        };
      }
      return { kind: 'delete', live, drafts: deleteUser(live, context) };
    }
    default:
      return live satisfies never;
  }
}

function inUse(live: Prunable, by: readonly string[]): Pruned {
  return {
    kind: 'conflict',
    live,
    message: `${live.arn} is no longer declared, but in use by ${[...new Set(by)].join(', ')}.`,
    hint: 'Take it from them first, or declare it again.',
  };
}

/** `undefined` where nobody could tell. */
function credentialsOf(
  name: string,
  credentials: PruneFacts['userCredentials'],
): readonly string[] | undefined {
  return credentials && Object.hasOwn(credentials, name) ? credentials[name] : undefined;
}
