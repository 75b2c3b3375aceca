/**
 * Makes the characters visible that a terminal would obey: control characters (escape sequences
 * among them), and marks that turn the direction of writing or have no width. Descriptions, tags and
 * Sids come from people who may mean to hide a line of a plan.
 */
export function visibleText(text: string): string {
  return text.replace(obeyed, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}

const obeyed = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
