/**
 * Wildcards of the policy language: `*` is any run of characters, also none; `?` is exactly one.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource".
 */

/** Whether `pattern` matches the whole of `text`, which holds no wildcards of its own. */
export function matchesPattern(pattern: string, text: string): boolean {
  // Most are told apart by what stands before the first wildcard.
  const wild = pattern.search(/[*?]/);
  if (wild < 0) return pattern === text;
  return text.startsWith(pattern.slice(0, wild)) && matchesFrom(pattern, text, wild);
}

/**
 * Whether `pattern` matches `text` from a place on, where both are the same before it. Greedy: on a
 * mismatch only the latest star takes in one character more.
 */
export function matchesFrom(pattern: string, text: string, from = 0): boolean {
  let at = from;
  let star = -1;
  let starAt = 0;
  let i = from;
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

/**
 * Whether every text that `inner` matches is matched by `outer` too. Exact for what policies hold;
 * where several stars interact it may answer `false` for a pattern that is in fact covered.
 */
export function patternCovers(outer: string, inner: string): boolean {
  const wild = outer.search(/[*?]/);
  if (wild < 0) return outer === inner;
  if (!inner.startsWith(outer.slice(0, wild))) return false;
  if (wild === outer.length - 1 && outer.endsWith('*')) return true;
  return restCovers(outer.slice(wild), inner.slice(wild));
}

function restCovers(outer: string, inner: string): boolean {
  // Row i of the table: can outer[0..i) cover inner[0..j)?
  let row = Array.from({ length: inner.length + 1 }, (_, j) => j === 0);
  for (const symbol of outer) {
    const next = new Array<boolean>(inner.length + 1).fill(false);
    next[0] = symbol === '*' && row[0] === true;
    for (let j = 1; j <= inner.length; j++) {
      const other = inner.charAt(j - 1);
      const one = symbol === other || (symbol === '?' && other !== '*');
      next[j] =
        symbol === '*' ? row[j] === true || next[j - 1] === true : one && row[j - 1] === true;
    }
    row = next;
  }
  return row[inner.length] === true;
}
