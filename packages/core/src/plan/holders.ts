import { isOwned } from '../model/ownership.ts';
import {
  type DesiredResource,
  type LiveGroup,
  type LivePolicy,
  type LiveRole,
  type LiveUser,
  resourceKey,
} from '../model/resource.ts';
import type { GrantsOf } from './diff-grants.ts';

/** Everything that can have a policy, or trust a principal. */
export interface Holders {
  readonly users: readonly LiveUser[];
  readonly groups: readonly LiveGroup[];
  readonly roles: readonly LiveRole[];
  readonly policies: readonly LivePolicy[];
  /** Keys of what the same plan deletes. */
  readonly leaving: ReadonlySet<string>;
  /** Keys of what the plan deletes or the manifest declares. */
  readonly settled: ReadonlySet<string>;
  /** Keys of the groups that are declared to be taken over: groups carry no mark that shows it. */
  readonly standing: ReadonlySet<string>;
}

export function standingGroups(desired: readonly DesiredResource[]): ReadonlySet<string> {
  return new Set(
    desired.flatMap((one) => (one.type === 'group' && one.adopt ? [resourceKey(one)] : [])),
  );
}

/** Ours, and declared or deleted by the same plan: it lets go of what it no longer declares. */
export function isSettled(
  holder: LiveUser | LiveGroup | LiveRole,
  { settled, standing }: Holders,
  scope: string,
): boolean {
  const key = resourceKey(holder);
  return (isOwned(holder, scope) || standing.has(key)) && settled.has(key);
}

interface Held {
  readonly holder: LiveUser | LiveGroup | LiveRole;
  readonly of: GrantsOf;
}

/** Who has a managed policy attached, and whose permissions boundary it is. */
export function holdersOf(
  arn: string,
  { users, groups, roles }: Holders,
): { readonly attached: readonly Held[]; readonly bounded: readonly Held[] } {
  const all: readonly Held[] = [...users, ...groups, ...roles].map((holder) => ({
    holder,
    of: { holder: holder.type, name: holder.name },
  }));
  return {
    attached: all.filter(({ holder }) =>
      holder.attachedPolicies.some((policy) => policy.arn === arn),
    ),
    bounded: all.filter(
      ({ holder }) => holder.type !== 'group' && holder.permissionsBoundary === arn,
    ),
  };
}
