import { visibleText } from '../visible-text.ts';

/*
 * GitHub Markdown made of parts. Whatever comes from outside goes through `code`, `htmlCode`,
 * `fence` or `prose`: inside code GitHub makes no link, no mention, no reference and no HTML of it.
 * Source: GitHub Flavored Markdown Spec 0.29; GitHub Docs, "Basic writing and formatting syntax".
 */

/** A value as a code span. Longer ones lose their middle: both ends of an ARN tell something. */
export function code(text: string, max = 240): string {
  const shown = shorten(visibleText(text), max);
  if (shown.trim() === '') return '(empty)';
  const ticks = '`'.repeat(longestRun(shown) + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${ticks}${pad}${shown}${pad}${ticks}`;
}

/** A value where Markdown is not read: in `<summary>`. */
export function htmlCode(text: string, max = 240): string {
  const shown = shorten(visibleText(text), max).replace(
    /[^\p{L}\p{N} .,:;/_+=-]/gu,
    (character) => `&#${character.codePointAt(0)};`,
  );
  return `<code>${shown}</code>`;
}

/** Lines that are shown as they are. */
export function fence(lines: readonly string[], language = ''): string {
  const text = lines.map(visibleText).join('\n');
  const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${ticks}${language}\n${text}\n${ticks}`;
}

/** Folded; the summary is HTML. */
export function details(summary: string, blocks: readonly string[]): string {
  return [
    '<details>',
    `<summary>${summary}</summary>`,
    '',
    joinBlocks(blocks),
    '',
    '</details>',
  ].join('\n');
}

export type Alert = 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION';

/** A box with a colour; each paragraph is one line. */
export function alert(kind: Alert, paragraphs: readonly string[]): string {
  return [
    `> [!${kind}]`,
    ...paragraphs.flatMap((line, index) => (index > 0 ? ['>', `> ${line}`] : [`> ${line}`])),
  ].join('\n');
}

/** The cells are Markdown of one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => ':--|').join('')}`, ...rows.map(line)].join('\n');
}

/** A pipe ends a cell even in a code span, and that is the only place where one can be. */
function cell(markdown: string): string {
  return markdown.replaceAll('|', '\\u{7c}').replaceAll('\n', ' ');
}

/**
 * The label is Markdown. Anything but an address of the web stays without a link, and so does a
 * name with backticks in it: readers of Markdown do not agree on where such a label ends.
 */
export function link(label: string, url: string | undefined): string {
  if (url === undefined || label.includes('``') || !URL.canParse(url)) return label;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return label;
  const target = href.replace(
    /[()<>[\]\\|`"'*~^{}\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `[${label}](${target})`;
}

/** A new line within a paragraph, in comments and in job summaries alike. */
export const hardBreak = '\\\n';

export function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

export function shorten(text: string, max: number): string {
  const letters = [...text];
  if (letters.length <= max) return text;
  const half = Math.floor((max - 1) / 2);
  return `${letters.slice(0, half).join('')}…${letters.slice(-half).join('')}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
