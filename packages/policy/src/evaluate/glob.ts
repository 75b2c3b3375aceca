/** `*`: any run of characters, also none. */
export const anyRun = Symbol('*');
/** `?`: exactly one character. */
export const oneCharacter = Symbol('?');

/** A character that stands for itself (one code point), or a wildcard. */
export type GlobSymbol = string | typeof anyRun | typeof oneCharacter;

/**
 * Whether the pattern matches the whole of the text. The latest `*` takes as little as it can, and
 * more whenever what follows does not fit; what earlier ones took never has to be tried again.
 * Steps: at most the text's length times the longest stretch between two stars, and no more than
 * the square of the text's length however long the pattern is.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource" ("Specifying wildcards").
 */
export function globMatches(pattern: readonly GlobSymbol[], text: string): boolean {
  const symbols = shiftStars(pattern);
  const characters = Array.from(text);
  let at = 0;
  let from = 0;
  let afterStar = -1;
  let takenUpTo = 0;
  while (from < characters.length) {
    const symbol = symbols[at];
    if (symbol === anyRun) {
      at++;
      afterStar = at;
      takenUpTo = from;
    } else if (symbol === oneCharacter || (symbol !== undefined && symbol === characters[from])) {
      at++;
      from++;
    } else {
      if (afterStar < 0) return false;
      takenUpTo++;
      from = takenUpTo;
      at = afterStar;
    }
  }
  while (symbols[at] === anyRun) at++;
  return at === symbols.length;
}

/** `*`, `**` and so on: any text at all. */
export function isStars(pattern: string): boolean {
  return /^\*+$/.test(pattern);
}

/** The wildcards of a text without policy variables. */
export function parseGlob(text: string): readonly GlobSymbol[] {
  return Array.from(text, (character) => {
    if (character === '*') return anyRun;
    return character === '?' ? oneCharacter : character;
  });
}

/** `*?*??` is `???*`: fewer stars to go back to, and no stretch of question marks after one. */
function shiftStars(pattern: readonly GlobSymbol[]): readonly GlobSymbol[] {
  const shifted: GlobSymbol[] = [];
  let starWaits = false;
  for (const symbol of pattern) {
    if (symbol === anyRun) {
      starWaits = true;
      continue;
    }
    if (starWaits && symbol !== oneCharacter) {
      shifted.push(anyRun);
      starWaits = false;
    }
    shifted.push(symbol);
  }
  if (starWaits) shifted.push(anyRun);
  return shifted;
}
