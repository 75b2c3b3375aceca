/** A place in a text that is read from left to right. */
export interface Cursor {
  readonly text: string;
  at: number;
}

/** Moves past what matches at the cursor; `pattern` has to be sticky. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text);
  if (found === null) return undefined;
  cursor.at = pattern.lastIndex;
  return found[0];
}
