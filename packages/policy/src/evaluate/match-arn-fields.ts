import { type GlobSymbol, globMatches } from './glob.ts';

/** A glob for each field of an ARN: six, or fewer where the pattern is short. */
export type ArnGlob = readonly (readonly GlobSymbol[])[];

/**
 * Each of the six fields by itself, so that a wildcard in one never reaches into the next; the
 * sixth may hold colons. What has fewer fields, pattern or text, does not match.
 * Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators".
 */
export function arnFieldsMatch(pattern: ArnGlob, text: string): boolean {
  const fields = fieldsOf(text);
  if (pattern.length !== 6 || fields.length !== 6) return false;
  return pattern.every((field, index) => globMatches(field, fields[index] ?? ''));
}

/** Split at the first five colons; the sixth field keeps those that follow. */
function fieldsOf(text: string): readonly string[] {
  const fields: string[] = [];
  let from = 0;
  let colon = text.indexOf(':');
  while (colon >= 0 && fields.length < 5) {
    fields.push(text.slice(from, colon));
    from = colon + 1;
    colon = text.indexOf(':', from);
  }
  return [...fields, text.slice(from)];
}
