// A character that is no colon.
const inField = '(re.union (re.range "\\u{0}" "9") (re.range ";" "\\u{2ffff}"))';

/** `*` and `?` stand for any characters. */
export function glob(pattern: string): string {
  return sequence(globParts(pattern, 're.allchar'));
}

/** The first five fields of an ARN match field by field, the sixth is all that follows. */
export function fieldwiseArn(pattern: string): string {
  const fields = pattern.split(':');
  return sequence([
    ...fields.slice(0, 5).flatMap((field) => [...globParts(field, inField), literal(':')]),
    ...globParts(fields.slice(5).join(':'), 're.allchar'),
  ]);
}

export function union(regexes: readonly string[]): string {
  if (regexes.length === 0) return 're.none';
  return regexes.length === 1 ? regexes.join('') : `(re.union ${regexes.join(' ')})`;
}

export function negate(regex: string): string {
  return `(re.comp ${regex})`;
}

function globParts(pattern: string, character: string): readonly string[] {
  return pattern
    .split(/([*?])/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '*') return character === 're.allchar' ? 're.all' : `(re.* ${character})`;
      return part === '?' ? character : literal(part);
    });
}

function sequence(parts: readonly string[]): string {
  if (parts.length === 0) return literal('');
  return parts.length === 1 ? parts.join('') : `(re.++ ${parts.join(' ')})`;
}

function literal(text: string): string {
  const escaped = [...text].map((character) =>
    /[A-Za-z0-9:/_.@=,+ -]/.test(character)
      ? character
      : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `(str.to_re "${escaped.join('')}")`;
}
