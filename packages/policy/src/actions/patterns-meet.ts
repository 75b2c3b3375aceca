/**
 * Whether some text is matched by both patterns (`*` any run, `?` one character). Work is bounded
 * by the product of the lengths; where that passes `limit` the answer is a careful `true`.
 */
export function patternsMeet(one: string, other: string, limit = 1_000_000): boolean {
  if (!endsMeet(one, other)) return false;
  const left = one.replace(/\*+/g, '*');
  const right = other.replace(/\*+/g, '*');
  if (left.length * right.length > limit) return true;
  // row[j]: is there a text that left[0..i) and right[0..j) both match?
  let row = new Uint8Array(right.length + 1);
  row[0] = 1;
  if (right.startsWith('*')) row[1] = 1;
  for (const a of left) {
    const next = new Uint8Array(right.length + 1);
    next[0] = a === '*' ? (row[0] ?? 0) : 0;
    for (let j = 1; j <= right.length; j++) {
      const b = right[j - 1];
      const bySide = (row[j] ?? 0) | (next[j - 1] ?? 0);
      const byBoth = a === b || a === '?' || b === '?' ? (row[j - 1] ?? 0) : 0;
      next[j] = a === '*' || b === '*' ? bySide : byBoth;
    }
    row = next;
  }
  return row[right.length] === 1;
}

/** What stands before the first and after the last wildcard settles most pairs. */
function endsMeet(one: string, other: string): boolean {
  const first = one.search(/[*?]/);
  const second = other.search(/[*?]/);
  if (first < 0 && second < 0) return one === other;
  const start = Math.min(first < 0 ? one.length : first, second < 0 ? other.length : second);
  return one.slice(0, start) === other.slice(0, start);
}
