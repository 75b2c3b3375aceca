/** A pattern of policies, ready to be compared with many texts, without regard to case. */
export interface Glob {
  readonly matches: (lowerText: string) => boolean;
  /** The longest run without wildcards: texts that lack it cannot match. */
  readonly literal: string;
}

/** `*` is any run of characters, `?` is one. Work per text is bounded by its length squared. */
export function glob(pattern: string): Glob {
  const lower = pattern.toLowerCase().replace(/\*+/g, '*');
  const needed = lower.replaceAll('*', '').length;
  const literal = lower
    .split(/[*?]/)
    .reduce((longest, run) => (run.length > longest.length ? run : longest), '');
  return { literal, matches: (text) => text.length >= needed && matchesFrom(lower, text) };
}

/** Greedy: on a mismatch only the latest star takes in one character more. */
function matchesFrom(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let starAt = 0;
  let i = 0;
  while (at < text.length) {
    const symbol = pattern[i];
    if (symbol === '*') {
      star = i++;
      starAt = at;
    } else if (symbol === '?' || symbol === text[at]) {
      i++;
      at++;
    } else if (star >= 0) {
      i = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (pattern[i] === '*') i++;
  return i === pattern.length;
}
