import type { Departure } from '../../manifest/departure.ts';
import type { Diagnostic } from '../../model/errors.ts';
import {
  type DesiredResource,
  type EndingType,
  isEndingType,
  type LiveResource,
  type ResourceType,
} from '../../model/resource.ts';
import type { DiffContext } from '../diff-context.ts';
import type { Facets } from '../plan.ts';
import { isIgnored } from '../prune.ts';
import { endedAt } from './ended-at.ts';
import type { Reversal } from './reversals.ts';
import { revertFacets, type SameFacet, sameFacet } from './revert-facets.ts';
import type { Undo } from './undo/undo.ts';
import { undoOf } from './undo/undo-of.ts';

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

/** What the way back is planned in. */
export interface Now {
  readonly context: DiffContext;
  /** Instant, RFC 3339: what had its end before is not made again. */
  readonly asOf: string;
}

/** What was done to one resource, taken back. */
export function wayOf(reversal: Reversal, live: LiveResource | undefined, at: Now): WayBack {
  const { context } = at;
  const key = `${reversal.type}/${reversal.name}`;
  const undo = undoOf(reversal.type);
  if ('stays' in undo) return told(`${key} stays as it is now: ${undo.stays}.`);
  const isLeft = live ? isIgnored(live, context) : context.ignores({ key, arn: undefined });
  if (isLeft) return told(`${key} is ignored, and stays as it is now.`);
  const about = { key, reversal, undo };
  return live === undefined ? wayBackTo(about, at) : wayBackFrom(live, about, context);
}

interface Taken {
  readonly key: string;
  readonly reversal: Reversal;
  readonly undo: Undo<ResourceType>;
}

/** Of what is not there now. */
function wayBackTo(taken: Taken, { asOf }: Now): WayBack {
  const { key, reversal } = taken;
  const { type, made, gone, isLost, steps } = reversal;
  if (isLost) return told(`${key} was deleted, and the plan does not hold what it was.`);
  const end = endedAt(reversal, asOf);
  if (end !== undefined) return told(`${key} expired at ${end}: it is not made again.`);
  if (gone) return declaredAs(gone, undefined, taken);
  if (made || steps.length === 0) return nowhere;
  // AWS has ended Proton: one day no region answers.
  return type === 'proton-settings'
    ? told(`${key} is not there to be read, and stays as it is.`)
    : moved(key, 'is no longer there');
}

/** Of what is there now. */
function wayBackFrom(live: LiveResource, taken: Taken, context: DiffContext): WayBack {
  const { key, reversal, undo } = taken;
  const { type, name, made, gone, isLost, steps } = reversal;
  // One that could not be deleted lost its access: that had its end, too.
  if (reversal.endedAt !== undefined)
    return told(`${key} expired at ${reversal.endedAt}: it gets nothing back.`);
  const isSame = sameFacet(undo, context);
  const now = undo.facets(live);
  if (made) {
    if (isLost)
      return told(`${key} was made anew, and the plan does not hold what it was: it stays.`);
    if (gone === undefined && !mayDepart(type)) return told(`${key} stays: delete it by hand.`);
    const filledIn = undo.filledIn?.filter((facet) => (made[facet] ?? null) === null) ?? [];
    const strange = strangeFacets(now, [made, gone ?? {}], isSame).filter(
      (facet) => !filledIn.includes(facet),
    );
    if (strange.length > 0) return moved(key, `changed since: ${strange.join(', ')}`);
    if (gone) return declaredAs(gone, now, taken);
    if (!mayDepart(type)) return nowhere;
    const address = addressOf(taken);
    const why = { kind: 'rolled-back' } as const;
    return { ...nowhere, departing: [{ type, name, address, position: undefined, why }] };
  }
  const reverted = revertFacets(now, steps, isSame);
  if ('moved' in reverted) return moved(key, `changed since: ${reverted.moved.join(', ')}`);
  if (gone && strangeFacets(reverted.facets, [gone], isSame).length > 0)
    return moved(key, 'was deleted, and is there again as another');
  // Cut off, the plan may not have taken it over: then it is not ours to declare.
  const isBack =
    strangeFacets(now, [reverted.facets], isSame).length === 0 &&
    strangeFacets(reverted.facets, [now], isSame).length === 0;
  if (isBack && reversal.isTakenOver) return told(`${key} keeps our mark, where it has it.`);
  return declaredAs(reverted.facets, now, taken);
}

function declaredAs(then: Facets, now: Facets | undefined, taken: Taken): WayBack {
  const { key, reversal, undo } = taken;
  const resource = undo.desired({ name: reversal.name, address: addressOf(taken) }, then);
  if (resource === undefined) return told(`${key} stays as it is now: it cannot be taken away.`);
  const lasting = (now && undo.lasting?.(now, then)) ?? [];
  return {
    ...nowhere,
    desired: [resource],
    notes: [
      ...(reversal.isTakenOver ? [`${key} was taken over, and keeps our mark.`] : []),
      ...(reversal.hasCredentials ? [credentialsNote(key, now)] : []),
      ...lasting.map((what) => `${key} keeps ${what}: AWS does not take it away again.`),
    ],
  };
}

function credentialsNote(key: string, now: Facets | undefined): string {
  return now
    ? `${key} keeps the password and the access keys that it has now, and gets none back.`
    : `${key} comes back without its password and access keys.`;
}

function addressOf({ key, reversal }: Pick<Taken, 'key' | 'reversal'>): string {
  return reversal.address || key;
}

/** People stay: with them would go their second factors. */
function mayDepart(type: ResourceType): type is EndingType {
  return isEndingType(type) && type !== 'identity-center-user';
}

/** How the way back of the rest is gone. */
export const leaveOut = 'Take the rest back without it: name it under "ignore" in the manifest.';

function moved(key: string, how: string): WayBack {
  const message = `${key} ${how}.`;
  return { ...nowhere, faults: [{ code: 'PLAN_CHANGED', message, hint: leaveOut }] };
}

function told(note: string): WayBack {
  return { ...nowhere, notes: [note] };
}

/** Facets that are none of those that the plan made, or found. */
function strangeFacets(
  now: Facets,
  known: readonly Facets[],
  isSame: SameFacet,
): readonly string[] {
  return Object.entries(now).flatMap(([facet, value]) =>
    known.some((one) => isSame(facet, value, one[facet] ?? null)) ? [] : [facet],
  );
}
