import { matchesFrom } from '../wildcard.ts';

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
