import { canonicalDraft, type Draft } from './draft.ts';
import { isKnown } from './model-statement.ts';
import type { Binding, RepositoryPolicy } from './repository-policy.ts';

export type Aspect = 'permissions' | 'trust' | 'resource-policy';

/** All policies that say the same of the same: what a role may do, who may assume it. */
export interface Holder {
  readonly id: string;
  readonly file: string;
  readonly aspect: Aspect;
  readonly held: readonly HeldPolicy[];
  /** Whether others than the policies at hand give access too. */
  readonly open: boolean;
  /** Of a policy on its own: whether others hold it. */
  readonly isHeld: boolean;
  /** Equal ones have equal policies. */
  readonly signature: string;
  /** Whether nothing is left for a deployment to tell. */
  readonly isKnown: boolean;
}

export interface HeldPolicy {
  readonly policy: RepositoryPolicy;
  readonly binding: Binding;
}

const aspects: Readonly<Record<Binding['part'], Aspect>> = {
  policy: 'permissions',
  boundary: 'permissions',
  trust: 'trust',
  'resource-policy': 'resource-policy',
};

function keyOf(id: string, aspect: Aspect): string {
  return `${aspect} ${id}`;
}

export function holdersOf(policies: readonly RepositoryPolicy[]): ReadonlyMap<string, Holder> {
  const all = policies.flatMap((policy) =>
    policy.bindings.map((binding) => ({ policy, binding, aspect: aspects[binding.part] })),
  );
  const grouped = Map.groupBy(all, ({ binding, aspect }) => keyOf(binding.holder, aspect));
  return new Map(
    [...grouped].flatMap(([key, held]) => {
      const [first] = held;
      if (first === undefined) return [];
      const { aspect, binding, policy } = first;
      const holder: Holder = {
        id: binding.holder,
        file: policy.file,
        aspect,
        held,
        open: held.some((one) => one.binding.open),
        isHeld: held.some((one) => one.binding.isHeld),
        signature: held.map(signatureOf).sort().join(),
        isKnown: held.every((one) => isKnown(one.policy.document) && one.binding.when.length === 0),
      };
      return [[key, holder]];
    }),
  );
}

function signatureOf({ policy, binding }: HeldPolicy): string {
  const when = binding.when.map(({ condition, holds }) => [condition.identity, holds]);
  return JSON.stringify([binding.part, when, canonicalDraft(policy.document)]);
}

/** A role that nobody can assume any longer is gone, whatever policies still name it. */
export function isGone(
  holder: Holder | undefined,
  old: ReadonlyMap<string, Holder>,
  next: ReadonlyMap<string, Holder>,
): boolean {
  if (holder === undefined) return false;
  const trust = keyOf(holder.id, 'trust');
  return old.has(trust) && !next.has(trust) && !next.has(keyOf(holder.id, 'permissions'));
}

export function draftsOf(holder: Holder | undefined): readonly Draft[] {
  return (holder?.held ?? []).map(({ policy }) => policy.document);
}
