import { orderChanges } from '../plan/order-changes.ts';
import type { Change } from '../plan/plan.ts';
import { mayGive, mayTake, takingOf } from './may-narrow-access.ts';

/** A way to administrator, and what it hangs on. */
export interface StandingWay {
  readonly id: string;
  /** Keys of resources. */
  readonly behind: ReadonlySet<string>;
}

/** The ways that are open once these changes are made. */
export type WaysAfter = (changes: readonly Change[]) => readonly StandingWay[];

export type NewWayFirst =
  | { readonly changes: readonly Change[] }
  /** The first of those that cannot wait for another way. */
  | { readonly stuck: Change };

/**
 * Where every way to administrator that is there now is lost, or might be half-way, what loses it
 * waits for what brings another: it goes after it, and is not done at all where that fails.
 */
export function newWayFirst(changes: readonly Change[], waysAfter: WaysAfter): NewWayFirst {
  const takes = changes.map(takingOf);
  if (takes.every(({ operations }) => operations.length === 0)) return { changes };
  const before = waysAfter([]);
  const after = waysAfter(changes);
  if (before.length === 0 || after.length === 0) return { changes };
  const [left, worst] = [idsOf(after), idsOf(waysAfter(takes))];
  if (before.some(({ id }) => left.has(id) && worst.has(id))) return { changes };
  const losing = thoseBehind(before, changes);
  const [first] = losing;
  if (first === undefined) return { changes };
  for (const bringing of bringersOf(after, changes)) {
    const found = waitingFor(bringing, { changes, losing, before, waysAfter });
    if (found !== undefined) return { changes: found };
  }
  return { stuck: first };
}

/** The changes that might take from what a way hangs on. */
export function thoseBehind(
  ways: readonly StandingWay[],
  changes: readonly Change[],
): readonly Change[] {
  const behind = new Set(ways.flatMap((way) => [...way.behind]));
  return changes.filter(
    (change) => behind.has(change.resource) && takingOf(change).operations.length > 0,
  );
}

/** A plan brings few; of an account that trusts itself, each user is one. */
const mostTried = 16;

interface Bringing {
  readonly way: StandingWay;
  readonly keys: ReadonlySet<string>;
}

/** Which changes bring each way; deletes do not, for they come last. */
function bringersOf(
  after: readonly StandingWay[],
  changes: readonly Change[],
): readonly Bringing[] {
  const giving = changes.filter(
    ({ kind, operations }) => kind !== 'delete' && operations.some(mayGive),
  );
  const found = new Map<string, Bringing>();
  for (const way of after) {
    const keys = giving.map(({ resource }) => resource).filter((key) => way.behind.has(key));
    const together = keys.join(' ');
    if (keys.length > 0 && !found.has(together)) found.set(together, { way, keys: new Set(keys) });
    if (found.size === mostTried) break;
  }
  return [...found.values()].sort((a, b) => a.keys.size - b.keys.size);
}

interface Question {
  readonly changes: readonly Change[];
  readonly losing: readonly Change[];
  readonly before: readonly StandingWay[];
  readonly waysAfter: WaysAfter;
}

/** The changes in their new order; `undefined` where this way cannot come first. */
function waitingFor(
  { way, keys }: Bringing,
  { changes, losing, before, waysAfter }: Question,
): readonly Change[] | undefined {
  const broughtAlone = changes.map((change) =>
    keys.has(change.resource) ? change : takingOf(change),
  );
  if (!idsOf(waysAfter(broughtAlone)).has(way.id)) return undefined;
  const waiting = new Set(
    losing.filter((change) => {
      if (!keys.has(change.resource)) return true;
      const alone = idsOf(waysAfter([takingOf(change)]));
      return before.some(({ id }) => !alone.has(id));
    }),
  );
  // What is deleted and made again gives nothing before it takes.
  if ([...waiting].some(({ kind, resource }) => kind === 'replace' && keys.has(resource))) {
    return undefined;
  }
  const ordered = orderChanges(
    changes.map((change) => (waiting.has(change) ? waitFor(change, keys) : change)),
  );
  return 'cycle' in ordered ? undefined : ordered.changes;
}

function waitFor(change: Change, keys: ReadonlySet<string>): Change {
  const others = [...keys].filter((key) => key !== change.resource);
  const needs = [...new Set([...(change.needs ?? []), ...others])].sort();
  const dependsOn = [...new Set([...change.dependsOn, ...needs])];
  const said =
    needs.length === 0
      ? 'Takes the last way to administrator away only once it has given another.'
      : `Takes the last way to administrator away: left out where ${needs.join(', ')} fails.`;
  const warnings = [said, ...change.warnings.filter((one) => one !== said)];
  return { ...change, needs, dependsOn, warnings, operations: givingFirst(change) };
}

/** Where it does both, in the other order than usual: who is cut off half-way has more, not less. */
function givingFirst({ operations, type, kind }: Change): Change['operations'] {
  if (kind === 'delete' || type === 'policy') return operations;
  const early = operations.filter((one) => !mayTake(one) && one.step !== 'provision');
  return [...early, ...operations.filter((one) => !early.includes(one))];
}

function idsOf(ways: readonly StandingWay[]): ReadonlySet<string> {
  return new Set(ways.map(({ id }) => id));
}
