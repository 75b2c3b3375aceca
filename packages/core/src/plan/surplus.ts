import type { Departed } from '../manifest/departure.ts';
import { isPrunableType, isSpecified, type LiveResource, resourceKey } from '../model/resource.ts';
import type { DiffContext } from './diff-context.ts';
import type { LiveIndex } from './live-index.ts';
import type { PlanInput } from './plan-input.ts';
import { isOursToPrune, isPrunable, type Prunable, undeclared } from './prune.ts';

/** What goes; `why` is missing where it is merely declared no longer. */
export interface Leaving {
  readonly live: Prunable;
  readonly why: Departed | undefined;
}

interface Surplus {
  readonly leaving: readonly Leaving[];
  /** Ours and not declared, and nothing says that it is to go. */
  readonly left: readonly Prunable[];
  /** Said to go, but without our mark. */
  readonly foreign: readonly { readonly live: Prunable; readonly why: Departed }[];
}

type Context = Pick<DiffContext, 'scope' | 'ignores'>;

/**
 * What is there and not declared. What the manifest itself says is to go does not have to lie under
 * our path, and needs no `prune`: its name is a person's word, where a tag is anyone's.
 */
export function surplusOf(
  { desired, departing = [], prune }: Pick<PlanInput, 'desired' | 'departing' | 'prune'>,
  live: LiveIndex,
  context: Context,
): Surplus {
  const departed = departing.flatMap((one) => {
    const found = live.find(one);
    return found && isPrunableResource(found) ? [{ live: found, why: one.why }] : [];
  });
  const named = new Set(departed.map((one) => resourceKey(one.live)));
  const surplus = undeclared(live, new Set(desired.map(resourceKey)), context).filter(
    (one) => !named.has(resourceKey(one)),
  );
  const goes = (one: Prunable) => prune?.enabled === true && isPrunable(one, context.scope);
  const isOurs = ({ live: one }: { readonly live: Prunable }) => isOursToPrune(one, context.scope);
  return {
    leaving: [
      ...surplus.filter(goes).map((one) => ({ live: one, why: undefined })),
      ...departed.filter(isOurs),
    ],
    left: surplus.filter((one) => !goes(one)),
    foreign: departed.filter((one) => !isOurs(one)),
  };
}

/** Keys of what the plan would take away: nothing that is declared may count on it. */
export function leavingKeys(
  input: Pick<PlanInput, 'desired' | 'departing' | 'prune'>,
  live: LiveIndex,
  context: Context,
): ReadonlySet<string> {
  const { leaving } = surplusOf(input, live, context);
  return new Set(leaving.map((one) => resourceKey(one.live)));
}

export function isPrunableResource(live: LiveResource): live is Prunable {
  return isPrunableType(live.type) || isSpecified(live);
}
