export type VariableFault = 'brace' | 'quote' | 'space' | 'empty';

/** `${…}` in a text: what stands between the braces, and what is wrong with it. */
export interface ScannedVariable {
  readonly text: string;
  readonly fault: VariableFault | undefined;
}

export function hasVariableSign(text: string): boolean {
  return text.includes('${');
}

/**
 * The variables of a text; the escapes `${*}`, `${?}` and `${$}` are none. Reads the text once.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function scanVariables(text: string): readonly ScannedVariable[] {
  const variables: ScannedVariable[] = [];
  let start = text.indexOf('${');
  let end = -1;
  while (start >= 0) {
    const next = text.indexOf('${', start + 2);
    if (end < start + 2) end = text.indexOf('}', start + 2);
    if (end < 0 || (next >= 0 && next < end)) {
      variables.push({ text: text.slice(start, next < 0 ? undefined : next), fault: 'brace' });
      // No brace closes anything from here on.
      if (end < 0) return variables;
    } else {
      const inside = text.slice(start + 2, end);
      if (!['*', '?', '$'].includes(inside))
        variables.push({ text: text.slice(start, end + 1), fault: faultOf(inside) });
    }
    start = next;
  }
  return variables;
}

function faultOf(inside: string): VariableFault | undefined {
  if (inside.trim() === '') return 'empty';
  const comma = inside.indexOf(',');
  const name = comma < 0 ? inside : inside.slice(0, comma);
  if (name.includes(' ')) return 'space';
  if (comma < 0) return undefined;
  const fallback = inside.slice(comma + 1).trim();
  const isQuoted = fallback.length >= 2 && fallback.startsWith("'") && fallback.endsWith("'");
  return isQuoted ? undefined : 'quote';
}
