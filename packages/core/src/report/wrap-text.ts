import { visibleText } from './visible-text.ts';

export interface WrapOptions {
  readonly width: number;
  /** Columns before every line. */
  readonly indent?: number;
  /** Stands before the first line, e.g. `→ `. */
  readonly lead?: string;
  /** Columns before the further lines, beyond `indent`; without it as wide as the lead. */
  readonly hanging?: number;
  readonly paint?: (text: string) => string;
}

/**
 * Breaks text at white space into lines of at most `width` columns. Words are never cut, so that an
 * ARN can be copied. What a terminal would obey is made visible first; colours come last.
 */
export function wrapText(text: string, options: WrapOptions): readonly string[] {
  const { width, indent = 0, lead = '', hanging = lead.length, paint = (line) => line } = options;
  const words = text.split(/\s+/).filter(Boolean).map(visibleText);
  const lines: string[] = [];
  let line = lead;
  let isEmpty = true;
  for (const word of words) {
    if (!isEmpty && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(hanging);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  lines.push(line);
  return lines.map((each) => {
    const content = each.trimStart();
    return `${' '.repeat(indent + each.length - content.length)}${paint(content)}`;
  });
}
