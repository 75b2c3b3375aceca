/** A pattern and all patterns of the list that it makes redundant; indexes in rising order. */
export interface Cover {
  readonly members: readonly number[];
}

/**
 * Groups of patterns of which one matches all that the others match, repeated patterns included;
 * one group for each pattern that no other covers. `*` and `?` are wildcards, all else is text.
 *
 * Candidates are found by the text before the first and after the last wildcard; what is left is
 * compared until `budget` steps are spent, so that hostile lists give fewer groups, not late ones.
 */
export function findCovers(patterns: readonly string[], budget = 20_000_000): readonly Cover[] {
  const distinct = distinctPatterns(patterns);
  const byPrefix = sortedBy(distinct, ({ text }) => text);
  const bySuffix = sortedBy(distinct, ({ reversed }) => reversed);
  const steps = { left: budget };
  const covered = new Set<Pattern>();
  const groups: Cover[] = [];
  // A cover has no more text than what it covers, so that it comes first.
  for (const outer of distinct.toSorted((left, right) => left.size - right.size)) {
    if (covered.has(outer)) continue;
    const inner =
      outer.isExact || steps.left <= 0
        ? []
        : candidatesOf(outer, byPrefix, bySuffix).filter(
            (other) => other !== outer && covers(outer, other, steps),
          );
    for (const other of inner) covered.add(other);
    const members = [outer, ...inner].flatMap(({ indexes }) => indexes).sort(ascending);
    if (members.length > 1) groups.push({ members });
  }
  return groups.sort((left, right) => (left.members[0] ?? 0) - (right.members[0] ?? 0));
}

interface Pattern {
  /** Runs of stars made one. */
  readonly text: string;
  readonly reversed: string;
  readonly prefix: string;
  readonly reversedSuffix: string;
  readonly isExact: boolean;
  /** Characters other than stars. */
  readonly size: number;
  readonly indexes: number[];
}

function distinctPatterns(patterns: readonly string[]): readonly Pattern[] {
  const found = new Map<string, Pattern>();
  patterns.forEach((pattern, index) => {
    const text = pattern.replace(/\*+/g, '*');
    const known = found.get(text);
    if (known === undefined) found.set(text, patternOf(text, index));
    else known.indexes.push(index);
  });
  return [...found.values()];
}

function patternOf(text: string, index: number): Pattern {
  const reversed = [...text].reverse().join('');
  const prefix = beforeWildcard(text);
  return {
    text,
    reversed,
    prefix,
    reversedSuffix: beforeWildcard(reversed),
    isExact: prefix.length === text.length,
    size: text.replaceAll('*', '').length,
    indexes: [index],
  };
}

function beforeWildcard(text: string): string {
  const at = text.search(/[*?]/);
  return at < 0 ? text : text.slice(0, at);
}

interface Sorted {
  readonly keys: readonly string[];
  readonly patterns: readonly Pattern[];
}

function sortedBy(patterns: readonly Pattern[], keyOf: (pattern: Pattern) => string): Sorted {
  const sorted = patterns
    .map((pattern) => ({ key: keyOf(pattern), pattern }))
    .sort((left, right) => compareTexts(left.key, right.key));
  return { keys: sorted.map(({ key }) => key), patterns: sorted.map(({ pattern }) => pattern) };
}

function candidatesOf(outer: Pattern, byPrefix: Sorted, bySuffix: Sorted): readonly Pattern[] {
  const first = rangeWith(byPrefix, outer.prefix);
  const second = rangeWith(bySuffix, outer.reversedSuffix);
  return first.end - first.start <= second.end - second.start
    ? byPrefix.patterns.slice(first.start, first.end)
    : bySuffix.patterns.slice(second.start, second.end);
}

function rangeWith({ keys }: Sorted, prefix: string) {
  const start = firstWhere(keys, (key) => key >= prefix);
  return { start, end: firstWhere(keys, (key) => key >= prefix && !key.startsWith(prefix)) };
}

function firstWhere(keys: readonly string[], isAfter: (key: string) => boolean): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(keys[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether `outer`, read as a pattern, matches `inner`, read as text whose `*` only `*` matches. */
function covers(outer: Pattern, inner: Pattern, steps: { left: number }): boolean {
  if (outer.size > inner.size) {
    steps.left--;
    return false;
  }
  const pattern = outer.text;
  const text = inner.text;
  let at = 0;
  let read = 0;
  let star = -1;
  let resume = 0;
  while (read < text.length) {
    if (steps.left-- <= 0) return false;
    const symbol = pattern[at];
    const other = text[read];
    if (symbol === '*') {
      star = at++;
      resume = read;
    } else if (symbol === other || (symbol === '?' && other !== '*')) {
      at++;
      read++;
    } else if (star >= 0) {
      at = star + 1;
      read = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function ascending(left: number, right: number): number {
  return left - right;
}
