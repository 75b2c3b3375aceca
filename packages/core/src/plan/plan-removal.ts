import type { Departed } from '../manifest/departure.ts';
import { isOwned } from '../model/ownership.ts';
import { isSpecified, resourceKey, specifiedTypes } from '../model/resource.ts';
import { ownAccess, touchesCaller } from './caller.ts';
import { keepHeld, type Outcome } from './keep-held.ts';
import { specOf } from './kinds/kinds.ts';
import { type LiveIndex, prunedTypes } from './live-index.ts';
import { mayBeStripped } from './may-be-stripped.ts';
import { strandedBy } from './moved-holders.ts';
import { type OperationDraft, toOperations } from './operation.ts';
import type { Change, Conflict } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import {
  formerAddress,
  labelOf,
  type Prunable,
  type Pruned,
  type PruneFacts,
  pruneResource,
} from './prune.ts';
import { referrersOf } from './referrers.ts';
import { requireFewDeletes } from './require-few-deletes.ts';
import { type Leaving, surplusOf } from './surplus.ts';

/** What the plan takes away, what stands in its way, and what is left alone. */
interface Removal {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
  readonly notes: readonly string[];
}

/** Keys of what a plan leaves as it is. */
interface Untouchable {
  /** What the caller has its own access from. */
  readonly own: ReadonlySet<string>;
  /** What is declared and in conflict. */
  readonly stuck: ReadonlySet<string>;
}

export function planRemoval(
  input: PlanInput,
  live: LiveIndex,
  facts: PruneFacts,
  { own, stuck }: Untouchable,
): Removal {
  const { prune } = input;
  const { leaving, left, foreign, staying } = surplusOf(input, live, facts.context);
  requireFewDeletes(input, live, { leaving, context: facts.context });
  const outcomes = leaving.map((one): Outcome => {
    const { why } = one;
    const outcome = mayBeStripped(why, pruneResource(one.live, facts));
    if (outcome.kind === 'conflict') return { ...outcome, why };
    if (touchesCaller(aboutLive(one.live), outcome.drafts, own))
      return { kind: 'conflict', live: one.live, why, ...ownAccess(input.snapshot.caller.arn) };
    const stranded = why?.kind === 'moved' ? strandedBy(one.live, why.to, input, facts) : undefined;
    return { ...(stranded ?? outcome), why };
  });
  const pruned = keepHeld(outcomes, { holders: facts.holders, stuck });
  return {
    changes: pruned.flatMap((one) => {
      if (one.kind === 'delete') return [deletion(one.live, one.drafts, one.why, facts)];
      return one.kind === 'strip' && one.drafts.length > 0 ? [stripping(one)] : [];
    }),
    conflicts: pruned.flatMap((one) =>
      one.kind === 'conflict'
        ? [{ ...aboutLive(one.live), message: one.message, hint: one.hint }]
        : [],
    ),
    notes: [
      // Nothing else of the scope waits for the person who has to do this.
      ...pruned.flatMap((one) => (one.kind === 'strip' ? [`${one.message} ${one.hint}`] : [])),
      ...providersLeft(input, live),
      ...(prune?.enabled ? unread(input) : []),
      ...left.map(
        (one) =>
          `${labelOf(one)} is ours and no longer declared; left alone${prune?.enabled ? ' (outside our path)' : ' (prune is off)'}.`,
      ),
      ...foreign.map(
        ({ live: one, why }) =>
          `${labelOf(one)} ${foreignWhy[why.kind]}, but does not carry our mark; left alone.`,
      ),
      ...staying.map(
        ({ live: one }) =>
          `${labelOf(one)} is no longer declared, and stays: its kind is never deleted. What ended with it goes.`,
      ),
    ],
  };
}

const foreignWhy = {
  expired: 'has expired',
  moved: 'is named in "moved"',
  'rolled-back': 'was made by the plan',
} as const satisfies { readonly [K in Departed['kind']]: string };

/** Providers have no path, so prune leaves them: but whom they let in should not be forgotten. */
function providersLeft({ desired, scope }: PlanInput, live: LiveIndex): readonly string[] {
  const declared = new Set(desired.map(resourceKey));
  return [...live.all('oidc-provider'), ...live.all('saml-provider')]
    .filter((provider) => isOwned(provider, scope) && !declared.has(resourceKey(provider)))
    .map(({ arn }) => `${arn} is ours and no longer declared; delete it by hand.`);
}

/** What could not be read is not pruned, and that is said. */
function unread({ snapshot, desired, prune }: PlanInput): readonly string[] {
  const looked = new Set(prunedTypes(new Set(desired.map(({ type }) => type)), prune));
  return specifiedTypes
    .filter((type) => looked.has(type))
    .flatMap((type) => {
      const { parts, removal } = specOf(type);
      const reasons = parts.flatMap((name) => {
        const part = snapshot.parts[name];
        return part.status === 'unknown' ? [part.reason.message] : [];
      });
      if (removal?.isOurs === undefined || reasons.length === 0) return [];
      return [`Of kind ${type} nothing is pruned, for it was not read: ${reasons[0]}`];
    });
}

function deletion(
  live: Prunable,
  drafts: readonly OperationDraft[],
  why: Departed | undefined,
  facts: PruneFacts,
): Change {
  const about = aboutLive(live);
  const named = referrersOf(live, facts.holders);
  const specified = specifiedRemoval(live, facts);
  return {
    ...about,
    kind: 'delete',
    declared: null,
    dependsOn: specified.dependsOn,
    warnings: [
      ...(why?.kind === 'expired' ? [`It expired at ${why.at}.`] : []),
      ...named,
      ...specified.warnings,
    ],
    ...(why === undefined ? {} : { departed: why }),
    operations: toOperations(about.resource, drafts),
  };
}

function specifiedRemoval(
  live: Prunable,
  { context }: PruneFacts,
): Pick<Change, 'dependsOn' | 'warnings'> {
  if (!isSpecified(live)) return { dependsOn: [], warnings: [] };
  const { removal } = specOf(live.type);
  return {
    dependsOn: removal?.after?.(live, context) ?? [],
    warnings: removal?.warnings?.(live, context) ?? [],
  };
}

type Stripped = Extract<Pruned, { kind: 'strip' }> & Pick<Leaving, 'why'>;

/** It stays for now: what a person made, that person takes away. */
function stripping({ live, drafts, why, message, hint }: Stripped): Change {
  const about = aboutLive(live);
  return {
    ...about,
    kind: 'update',
    declared: null,
    dependsOn: [],
    warnings: [
      ...(why?.kind === 'expired' ? [`It expired at ${why.at}.`] : []),
      `It cannot be deleted yet and loses its access: ${message} ${hint}`,
    ],
    ...(why === undefined ? {} : { departed: why }),
    operations: toOperations(about.resource, drafts),
  };
}

function aboutLive(live: Prunable) {
  const { type, name } = live;
  const arn = labelOf(live);
  const address = formerAddress(live);
  return { resource: resourceKey(live), type, name, arn, address, position: undefined };
}
