import type { Departed } from '../manifest/departure.ts';
import { isPrunableType, isSpecified, type LiveResource, resourceKey } from '../model/resource.ts';
import type { DiffContext } from './diff-context.ts';
import { specOf } from './kinds/kinds.ts';
import type { LiveIndex } from './live-index.ts';
import type { PlanInput } from './plan-input.ts';
import { isIgnored, isOursByWord, isPrunable, type Prunable, undeclared } from './prune.ts';

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
  readonly foreign: readonly Named[];
  /** Ended, of a kind that is never deleted. */
  readonly staying: readonly Named[];
}

type Context = Pick<DiffContext, 'scope' | 'ignores'>;

/**
 * What is there and not declared. What the manifest itself says is to go does not have to lie under
 * our path, and needs no `prune`: its name is a person's word, where a tag is anyone's. What is
 * ignored stays, whoever says that it is to go.
 */
export function surplusOf(
  { desired, departing = [], prune }: Pick<PlanInput, 'desired' | 'departing' | 'prune'>,
  live: LiveIndex,
  context: Context,
): Surplus {
  const declared = new Set(desired.map(resourceKey));
  const named = departing.flatMap((one) => {
    const found = live.find(one);
    if (!found || !isPrunableResource(found) || isIgnored(found, context)) return [];
    return [{ live: found, why: one.why }];
  });
  const isOurs = ({ live: one }: { readonly live: Prunable }) => isOursByWord(one, context.scope);
  const staying = named.filter((one) => isForGood(one.live));
  const going = named.filter((one) => !isForGood(one.live));
  const departed = withAssignments(going.filter(isOurs), live, { declared, context });
  const known = new Set([...named, ...departed].map((one) => resourceKey(one.live)));
  const surplus = undeclared(live, declared, context).filter((one) => !known.has(resourceKey(one)));
  const goes = (one: Prunable) => prune?.enabled === true && isPrunable(one, context.scope);
  return {
    leaving: [...surplus.filter(goes).map((one) => ({ live: one, why: undefined })), ...departed],
    left: surplus.filter((one) => !goes(one)),
    foreign: going.filter((one) => !isOurs(one)),
    staying,
  };
}

interface Named {
  readonly live: Prunable;
  readonly why: Departed;
}

/**
 * With a permission set or a group of Identity Center go the assignments of it that are ours and not
 * declared, whoever made them: else it could not go, and would go on letting people in. The way back
 * takes only what the plan made: others are in its way.
 */
function withAssignments(
  departed: readonly Named[],
  live: LiveIndex,
  { declared, context }: { readonly declared: ReadonlySet<string>; readonly context: Context },
): readonly Named[] {
  const keys = new Set(departed.map((one) => resourceKey(one.live)));
  const ended = departed.filter(({ why }) => why.kind !== 'rolled-back');
  const others = undeclared(live, declared, context).flatMap((one): readonly Named[] => {
    if (one.type !== 'account-assignment' || keys.has(resourceKey(one))) return [];
    const needed = ended.find(({ live: { type, name } }) =>
      type === 'permission-set'
        ? name === one.permissionSet
        : type === 'identity-center-group' &&
          one.principalType === 'GROUP' &&
          name === one.principal,
    );
    return needed === undefined ? [] : [{ live: one, why: needed.why }];
  });
  return [...departed, ...others];
}

function isForGood(live: Prunable): boolean {
  return isSpecified(live) && specOf(live.type).removal === undefined;
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
  return isPrunableType(live.type) || live.type === 'oidc-provider' || isSpecified(live);
}
