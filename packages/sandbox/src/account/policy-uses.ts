import type { Account } from './account.ts';
import type { Group, Role, User } from './entities.ts';

/** Who has the policy attached, and whom it bounds. */
export function usesOf(account: Account, arn: string) {
  const holders = holdersOf(account);
  const boundable = [...account.users.values(), ...account.roles.values()];
  return {
    attached: holders.filter(({ attached }) => attached.includes(arn)),
    bounded: boundable.filter(({ boundary }) => boundary === arn),
  };
}

/** ARNs of all policies in use, attached or as boundaries, with how often. */
export function countUses(account: Account): {
  readonly attached: ReadonlyMap<string, number>;
  readonly bounded: ReadonlyMap<string, number>;
} {
  const attached = new Map<string, number>();
  const bounded = new Map<string, number>();
  for (const holder of holdersOf(account)) {
    for (const arn of holder.attached) attached.set(arn, (attached.get(arn) ?? 0) + 1);
    if (holder.kind === 'group' || holder.boundary === undefined) continue;
    bounded.set(holder.boundary, (bounded.get(holder.boundary) ?? 0) + 1);
  }
  return { attached, bounded };
}

function holdersOf(account: Account): (User | Group | Role)[] {
  return [...account.users.values(), ...account.groups.values(), ...account.roles.values()];
}
