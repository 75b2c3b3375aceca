import type { Departure } from '../../manifest/departure.ts';
import type { Diagnostic } from '../../model/errors.ts';
import { expiryTag } from '../../model/ownership.ts';
import {
  type DesiredResource,
  isPrunableType,
  isSpecifiedType,
  type LiveResource,
  type SpecifiedType,
} from '../../model/resource.ts';
import { type AdoptableType, adoptableTypes, type LiveUnspecified } from '../adoption-barrier.ts';
import type { DiffContext } from '../diff-context.ts';
import { facetsOf } from '../live-facets.ts';
import type { LiveIndex } from '../live-index.ts';
import type { Facets } from '../plan.ts';
import { isIgnored } from '../prune.ts';
import { desiredFromFacets } from './desired-from-facets.ts';
import { membersOf } from './members-of.ts';
import type { Reversal } from './reversals.ts';
import { isSame, revertFacets } from './revert-facets.ts';

/** What an account had before a plan, as far as the plan changed it. */
export interface WayBack {
  readonly desired: readonly DesiredResource[];
  readonly departing: readonly Departure[];
  /** What the plan did that is not taken back. */
  readonly notes: readonly string[];
  /** What somebody else has changed since. */
  readonly faults: readonly Diagnostic[];
}

const nowhere: WayBack = { desired: [], departing: [], notes: [], faults: [] };

/**
 * What to declare so that everything is as it was before. What is neither as the plan left it nor as
 * it found it is a fault: the way back would take somebody else's work away.
 */
export function wayBack(reversals: readonly Reversal[], live: LiveIndex, now: Now): WayBack {
  const ways = reversals.map((reversal) => wayOf(reversal, live.find(reversal), now));
  return {
    desired: ways.flatMap(({ desired }) => desired),
    departing: ways.flatMap(({ departing }) => departing),
    notes: ways.flatMap(({ notes }) => notes),
    faults: ways.flatMap(({ faults }) => faults),
  };
}

interface Now {
  readonly context: DiffContext;
  /** Instant, RFC 3339: what had its end before is not made again. */
  readonly asOf: string;
}

function wayOf(reversal: Reversal, live: LiveResource | undefined, at: Now): WayBack {
  const { context, asOf } = at;
  const { type, name, made, gone, steps, isTakenOver } = reversal;
  const key = `${type}/${name}`;
  const address = reversal.address || key;
  if (!isReversibleType(type) || (live !== undefined && !isReversible(live))) {
    return { ...nowhere, notes: [`${key} stays as it is now: change it by hand.`] };
  }
  const isLeft = live ? isIgnored(live, context) : context.ignores({ key, arn: undefined });
  if (isLeft) return { ...nowhere, notes: [`${key} is ignored, and stays as it is now.`] };
  const about = { type, name, address, adopt: type === 'group' };
  const notes = isTakenOver ? [`${key} was taken over, and keeps our mark.`] : [];
  if (live === undefined) {
    const end = gone && endOf(gone);
    if (end !== undefined && Date.parse(end) <= Date.parse(asOf))
      return { ...nowhere, notes: [`${key} expired at ${end}: it is not made again.`] };
    if (gone) return { ...nowhere, desired: [desiredFromFacets(about, gone)], notes };
    return made || steps.length === 0 ? nowhere : moved(key, 'is no longer there');
  }
  const now = facetsOf(live);
  if (made) {
    const strange = strangeFacets(now, made, gone, context);
    if (strange.length > 0) return moved(key, `changed since: ${strange.join(', ')}`);
    if (gone) return { ...nowhere, desired: [desiredFromFacets(about, gone)], notes };
    if (!isPrunableType(type)) return { ...nowhere, notes: [`${key} stays: delete it by hand.`] };
    const why = { kind: 'rolled-back' } as const;
    return { ...nowhere, departing: [{ type, name, address, position: undefined, why }] };
  }
  const reverted = revertFacets(now, steps, context);
  if ('moved' in reverted) return moved(key, `changed since: ${reverted.moved.join(', ')}`);
  if (gone && strangeFacets(reverted.facets, gone, undefined, context).length > 0)
    return moved(key, 'was deleted, and is there again as another');
  return { ...nowhere, desired: [desiredFromFacets(about, reverted.facets)], notes };
}

function endOf({ tags }: Facets): string | undefined {
  const end = membersOf(tags ?? {})[expiryTag];
  return typeof end === 'string' ? end : undefined;
}

function moved(key: string, how: string): WayBack {
  const message = `${key} ${how}.`;
  return { ...nowhere, faults: [{ code: 'PLAN_CHANGED', message }] };
}

/** Facets that neither the plan made nor, where it made the resource anew, were there before. */
function strangeFacets(
  now: Facets,
  made: Facets,
  gone: Facets | undefined,
  context: DiffContext,
): readonly string[] {
  return Object.entries(now).flatMap(([facet, value]) => {
    const known = [made[facet] ?? null, ...(gone ? [gone[facet] ?? null] : [])];
    return known.some((one) => isSame(facet, value, one, context)) ? [] : [facet];
  });
}

/** Kinds of which the facets say all that there is to declare. */
type ReversibleType = Exclude<AdoptableType, SpecifiedType>;

function isReversibleType(type: Reversal['type']): type is ReversibleType {
  return adoptableTypes.some((each) => each === type) && !isSpecifiedType(type);
}

function isReversible(live: LiveResource): live is LiveUnspecified {
  return isReversibleType(live.type);
}
