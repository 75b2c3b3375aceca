import { patternParts } from '../language/pattern-text.ts';
import { anyRun, type GlobSymbol, oneCharacter } from './glob.ts';
import type { ArnGlob } from './match-arn-fields.ts';
import type { MatchScope } from './match-options.ts';

/** A pattern whose variables have been given their values. */
export type ResolvedPart =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The value of a variable: a colon in it begins no new field of an ARN. */
      readonly substituted: boolean;
    }
  | { readonly kind: 'any' }
  | { readonly kind: 'one' };

/**
 * Puts values for the policy variables (Version 2012-10-17 only). A value is literal text: its `*`
 * and `?` are no wildcards. `undefined` where a variable has no value: the key is missing and has
 * no default, or has more than one value. Such a pattern matches nothing.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function resolvePattern(
  pattern: string,
  { version, request }: MatchScope,
): readonly ResolvedPart[] | undefined {
  const resolved: ResolvedPart[] = [];
  for (const part of patternParts(pattern, { variables: version === '2012-10-17' })) {
    if (part.kind === 'variable') {
      const values = request.context.get(part.key) ?? [];
      const text = values.length === 0 ? part.fallback : values[0];
      if (text === undefined || values.length > 1) return undefined;
      resolved.push({ kind: 'text', text, substituted: true });
    } else if (part.kind === 'text') {
      resolved.push({ kind: 'text', text: part.text, substituted: false });
    } else {
      resolved.push({ kind: part.kind });
    }
  }
  return resolved;
}

/** For operators without wildcards: `*` and `?` stand for themselves. */
export function resolveText(value: string, scope: MatchScope): string | undefined {
  const parts = resolvePattern(value, scope);
  return parts?.map((part) => textOf(part)).join('');
}

/** The pattern as one glob. */
export function globOf(parts: readonly ResolvedPart[]): readonly GlobSymbol[] {
  return parts.flatMap((part) => symbolsOf(part));
}

/**
 * The pattern's fields as globs: split at the first five colons that the pattern itself holds. The
 * sixth field keeps the colons that follow.
 */
export function globFieldsOf(parts: readonly ResolvedPart[]): ArnGlob {
  let field: GlobSymbol[] = [];
  const fields = [field];
  for (const part of parts) {
    for (const symbol of symbolsOf(part)) {
      const separates = symbol === ':' && part.kind === 'text' && !part.substituted;
      if (separates && fields.length < 6) {
        field = [];
        fields.push(field);
      } else field.push(symbol);
    }
  }
  return fields;
}

function symbolsOf(part: ResolvedPart): readonly GlobSymbol[] {
  if (part.kind === 'any') return [anyRun];
  return part.kind === 'one' ? [oneCharacter] : Array.from(part.text);
}

function textOf(part: ResolvedPart): string {
  if (part.kind === 'any') return '*';
  return part.kind === 'one' ? '?' : part.text;
}
