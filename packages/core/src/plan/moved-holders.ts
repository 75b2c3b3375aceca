import { resourceKey } from '../model/resource.ts';
import { holdersOf } from './holders.ts';
import type { PlanInput } from './plan-input.ts';
import { labelOf, type Prunable, type Pruned, type PruneFacts } from './prune.ts';

/**
 * Those who hold the old one beside their declaration and would be left without: they let go of it
 * when it is deleted, and nothing gives them the new one. `undefined` where there are none.
 */
export function strandedBy(
  live: Prunable,
  to: string,
  { desired }: Pick<PlanInput, 'desired'>,
  { holders }: PruneFacts,
): Pruned | undefined {
  const held =
    live.type === 'policy'
      ? holdersOf(live.arn, holders).attached.map(({ holder }) => holder)
      : live.type === 'group'
        ? holders.users.filter(({ groups }) => groups.includes(live.name))
        : [];
  const keys = new Set(held.map(resourceKey));
  const stranded = desired.filter(
    (one) => 'exclusive' in one && !one.exclusive && keys.has(resourceKey(one)) && !has(one, to),
  );
  if (stranded.length === 0) return undefined;
  return {
    kind: 'conflict',
    live,
    message: `${labelOf(live)} is moved, and held beside their declaration by ${stranded.map(({ address }) => address).join(', ')}.`,
    hint: `Declare ${to} there as well, or take the old one from them.`,
  };
}

function has(holder: PlanInput['desired'][number], to: string): boolean {
  const policies = 'managedPolicies' in holder ? holder.managedPolicies : [];
  const groups = holder.type === 'user' ? holder.groups : [];
  const keys = [
    ...policies.map((arn) => `policy/${arn.slice(arn.lastIndexOf('/') + 1)}`),
    ...groups.map((name) => `group/${name}`),
  ];
  return keys.some((key) => key.toLowerCase() === to);
}
