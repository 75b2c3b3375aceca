/**
 * The fields of an ARN, the resource (with its colons) last; fewer than six where some are missing.
 * A colon in a variable (`${aws:username}`) separates nothing.
 */
export function splitArn(text: string): readonly string[] {
  const fields: string[] = [];
  let from = 0;
  let at = 0;
  const lastBrace = text.lastIndexOf('}');
  while (at < text.length && fields.length < 5) {
    const isVariable = at < lastBrace && text.startsWith('${', at);
    const close = isVariable ? text.indexOf('}', at) : -1;
    if (close > 0) {
      at = close + 1;
      continue;
    }
    if (text[at] === ':') {
      fields.push(text.slice(from, at));
      from = at + 1;
    }
    at++;
  }
  return [...fields, text.slice(from)];
}
