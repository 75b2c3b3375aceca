/** A place in a text as Access Analyzer counts: lines from 1, columns and offsets from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Span {
  readonly start: Position;
  /** Just after the last character. */
  readonly end: Position;
}

/** Turns offsets of one text into positions. Reads the text once, when it is first asked. */
export function positionsOf(text: string): (offset: number) => Position {
  let lineStarts: readonly number[] | undefined;
  return (offset) => {
    lineStarts ??= startsOfLines(text);
    const line = lastAtMost(lineStarts, offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0), offset };
  };
}

/** A line ends with LF, CR LF or a CR of its own. */
function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
