import { wrapText } from '../wrap-text.ts';

const width = 96;

/** One line of a `diff` fence on as many as it takes: each keeps its sign, and so its colour. */
export function wrappedLines(
  sign: '+' | '-' | ' ',
  text: string,
  { depth = 0, most = 30 }: { readonly depth?: number; readonly most?: number } = {},
): readonly string[] {
  const indent = 2 * depth;
  const lines = wrapText(text, { width, indent, hanging: 4 }).map((line) => `${sign} ${line}`);
  const rest = lines.length - most;
  if (rest <= 1) return lines;
  return [...lines.slice(0, most), `${sign} ${' '.repeat(indent + 4)}… and ${rest} more lines`];
}
