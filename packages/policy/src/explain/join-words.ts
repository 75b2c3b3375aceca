/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = words.at(-1) ?? '';
  const head = words.slice(0, -1);
  return head.length === 0 ? last : `${head.join(', ')} ${word} ${last}`;
}
