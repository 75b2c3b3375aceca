import type { PrincipalComparison } from '../access/compare-snapshots.ts';
import type { SourcePosition } from '../model/errors.ts';
import { type Holder, holdersOf, isGone } from './holders.ts';
import { judgeHolder } from './judge-holder.ts';
import { readRepositoryPolicies } from './read-repository-policies.ts';
import type { RepositoryPolicies, RepositoryPolicy } from './repository-policy.ts';

/** What became of the access of one holder of policies between two states of a repository. */
export interface RepositoryComparison
  extends Pick<PrincipalComparison, 'change' | 'result' | 'diff' | 'labels' | 'sources'> {
  /** `iam/app.yaml#AppRole`: whom, or what resource, the policies are for. */
  readonly address: string;
  readonly file: string;
  /** Of its first policy, in the new state; of one that is gone, in the old. */
  readonly position: SourcePosition;
  readonly aspect: PrincipalComparison['aspect'] | 'resource-policy';
  /**
   * Where the statements stand that `StatementRef` counts: per policy and statement. Some policies
   * stand for what is not at hand, and have no places.
   */
  readonly places: {
    readonly old: readonly (readonly SourcePosition[])[];
    readonly new: readonly (readonly SourcePosition[])[];
  };
}

/** The files by their names, or what was read from them. */
export type RepositoryState = ReadonlyMap<string, string> | RepositoryPolicies;

/**
 * Compares holder by holder the union of all its policies within its boundary, and who may assume
 * the roles. What is known only after a deployment is taken to be the same before and after if all
 * it rests on is written the same; otherwise to be anything. A plan of Terraform holds the account
 * before and after: the plans of `head` are compared in themselves. Holders whose policies are the
 * same, and those that only moved, are left out.
 */
export function compareRepository(
  base: RepositoryState,
  head: RepositoryState,
): readonly RepositoryComparison[] {
  const states = { old: policiesIn(base, head), next: policiesIn(head, base) };
  const before = [
    ...states.old.policies.filter(({ side }) => side === undefined),
    ...states.next.policies.filter(({ side }) => side === 'before'),
  ];
  const after = states.next.policies.filter(({ side }) => side !== 'before');
  const files = new Set(states.next.policies.map(({ file }) => file));
  return [
    ...comparePolicies(before, after, (file) => files.has(file) || isIn(head, file)),
    ...unreadIn(states),
  ].toSorted((a, b) => compareTexts(orderOf(a), orderOf(b)));
}

export type RepositoryVerdict = 'none' | 'grants' | 'undecided';

/** One grant makes the whole a grant; short of that, one open question leaves it open. */
export function verdictOf(compared: readonly RepositoryComparison[]): RepositoryVerdict {
  const verdicts = compared.map(({ result }) => result.verdict);
  if (verdicts.includes('grants')) return 'grants';
  return verdicts.some((verdict) => verdict !== 'none') ? 'undecided' : 'none';
}

/** Files that did not change are not read, unless they are plans. */
function policiesIn(state: RepositoryState, other: RepositoryState): RepositoryPolicies {
  if (!isFiles(state)) return state;
  const read = [...state].flatMap(([file, text]) => {
    const isPlan = text.includes('"resource_changes"');
    const isSame = isFiles(other) && other.get(file) === text && !isPlan;
    return isSame ? [] : [readRepositoryPolicies(file, text)];
  });
  return {
    policies: read.flatMap(({ policies }) => policies),
    faults: read.flatMap(({ faults }) => faults),
  };
}

function isFiles(state: RepositoryState): state is ReadonlyMap<string, string> {
  return state instanceof Map;
}

function isIn(state: RepositoryState, file: string): boolean {
  return isFiles(state) && state.has(file);
}

function comparePolicies(
  before: readonly RepositoryPolicy[],
  after: readonly RepositoryPolicy[],
  isKept: (file: string) => boolean,
): readonly RepositoryComparison[] {
  const old = holdersOf(before);
  const next = holdersOf(after);
  const moved = movedHolders(old, next, isKept);
  const movedFrom = new Set(moved.values());
  const keys = [...new Set([...old.keys(), ...next.keys()])];
  return keys.flatMap((key) => {
    if (moved.has(key) || movedFrom.has(key)) return [];
    const sides = { old: old.get(key), next: next.get(key) };
    if (sides.old?.signature === sides.next?.signature) return [];
    // Those who hold the policy are compared instead.
    if ((sides.next ?? sides.old)?.isHeld === true) return [];
    return judgeHolder({ ...sides, isGone: isGone(sides.old, old, next) });
  });
}

/** New holders that are old ones elsewhere: key → key of the old. */
function movedHolders(
  old: ReadonlyMap<string, Holder>,
  next: ReadonlyMap<string, Holder>,
  isKept: (file: string) => boolean,
): ReadonlyMap<string, string> {
  const gone = Map.groupBy(
    [...old.entries()].filter(([key, holder]) => !next.has(key) && isMovable(holder, isKept)),
    ([, { aspect, signature }]) => `${aspect} ${signature}`,
  );
  const moved = new Map<string, string>();
  for (const [key, { aspect, signature }] of next) {
    if (old.has(key)) continue;
    const from = gone.get(`${aspect} ${signature}`)?.pop();
    if (from !== undefined) moved.set(key, from[0]);
  }
  return moved;
}

/** An unknown means the same elsewhere only where its whole file moved. */
function isMovable({ isKnown, file }: Holder, isKept: (file: string) => boolean): boolean {
  return isKnown || !isKept(file);
}

/** What could not be read may hold anything. */
function unreadIn(states: {
  readonly old: RepositoryPolicies;
  readonly next: RepositoryPolicies;
}): readonly RepositoryComparison[] {
  const faults = [...states.old.faults, ...states.next.faults];
  const byFile = Map.groupBy(faults, ({ position }) => position?.file ?? '');
  return [...byFile].map(([file, found]) => ({
    address: file,
    file,
    position: found.at(-1)?.position ?? { file, line: 1, column: 1 },
    aspect: 'permissions' as const,
    change: 'kept' as const,
    result: {
      verdict: 'unread' as const,
      unread: [...new Set(found.map(({ message }) => message))],
    },
    diff: undefined,
    labels: { old: [], new: [] },
    sources: { old: [], new: [] },
    places: { old: [], new: [] },
  }));
}

function orderOf({ address, aspect, change }: RepositoryComparison): string {
  return `${address}\0${aspect}\0${change}`;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
