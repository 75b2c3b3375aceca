/** A part of a pattern or value of a policy, its wildcards and variables told apart from text. */
export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `*`: any run of characters. */
  | { readonly kind: 'any' }
  /** `?`: one character. */
  | { readonly kind: 'one' }
  | {
      readonly kind: 'variable';
      /** In lower case; names of context keys are compared without regard to case. */
      readonly key: string;
      /** What `${key, 'default'}` stands for where the key is missing. */
      readonly fallback: string | undefined;
    };

/** `${…}` with a name and perhaps a quoted default, or an escape. Bounded: policies are hostile. */
const token = /\$\{([*?$]|[^}'${]{1,256}(?:'[^']{0,1024}'\s{0,8})?)\}|[*?]/g;
const wildcard = /[*?]/g;
const variable = /^\s*([^\s,'*?]+)\s*(?:,\s*'([^']*)'\s*)?$/;

/**
 * Reads `*`, `?` and, where `variables` says so (Version 2012-10-17), `${key}`, `${key, 'default'}`
 * and the escapes `${*}`, `${?}`, `${$}`. What looks like a variable and is none stays text, but for
 * the wildcards in it.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function patternParts(
  pattern: string,
  { variables }: { readonly variables: boolean },
): readonly PatternPart[] {
  const parts: PatternPart[] = [];
  const search = new RegExp(variables ? token : wildcard);
  let from = 0;
  for (let found = search.exec(pattern); found !== null; found = search.exec(pattern)) {
    const part = partOf(found[0], found[1]);
    if (part === undefined) {
      search.lastIndex = found.index + 1;
      continue;
    }
    if (found.index > from) parts.push({ kind: 'text', text: pattern.slice(from, found.index) });
    parts.push(part);
    from = search.lastIndex;
  }
  if (from < pattern.length) parts.push({ kind: 'text', text: pattern.slice(from) });
  return parts;
}

function partOf(text: string, inside: string | undefined): PatternPart | undefined {
  if (text === '*') return { kind: 'any' };
  if (text === '?') return { kind: 'one' };
  if (inside === '*' || inside === '?' || inside === '$') return { kind: 'text', text: inside };
  const named = variable.exec(inside ?? '');
  if (named?.[1] === undefined) return undefined;
  return { kind: 'variable', key: named[1].toLowerCase(), fallback: named[2] };
}
