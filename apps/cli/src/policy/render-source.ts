import { type Layout, visibleText } from '@rolecall/core';
import type { Span } from '@rolecall/policy';

/** The line where a span begins, cut where it is long, with carets beneath it. */
export function renderSource(
  text: string,
  { start, end }: Span,
  { width, paint }: Layout,
): readonly string[] {
  const line = lineAt(text, start.offset, start.column);
  if (line.trim() === '') return [];
  const head = `${String(start.line).padStart(6)} | `;
  const room = Math.max(20, width - head.length);
  const from = start.column > room - 10 ? start.column - Math.floor(room / 2) : indentOf(line);
  const column = Math.max(start.column, from);
  const shown = visible(line.slice(from, from + room));
  const before = visible(line.slice(from, column)).length;
  const last = end.line === start.line ? end.column : line.length;
  const length = visible(line.slice(column, Math.max(column + 1, last))).length;
  const carets = '^'.repeat(Math.max(1, Math.min(length, room - before)));
  return [
    `${paint.quiet(head)}${shown}`,
    `${paint.quiet(`${' '.repeat(head.length - 2)}| `)}${' '.repeat(before)}${paint.bad(carets)}`,
  ];
}

function lineAt(text: string, offset: number, column: number): string {
  const start = offset - column;
  const rest = text.slice(start, start + 10_000);
  return rest.slice(0, /[\r\n]|$/.exec(rest)?.index);
}

/** Deep nesting is of no interest; two columns of it remain. */
function indentOf(line: string): number {
  return Math.max(0, line.length - line.trimStart().length - 2);
}

function visible(text: string): string {
  return visibleText(text.replaceAll('\t', ' '));
}
