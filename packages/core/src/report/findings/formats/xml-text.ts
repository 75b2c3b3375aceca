/**
 * Text as it may stand in an attribute or element of XML 1.0. What XML cannot hold at all (most
 * control characters, half a surrogate pair) becomes U+FFFD.
 */
function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '\uFFFD')
    .replace(/[<>&"'\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Source: W3C, "Extensible Markup Language (XML) 1.0", production 2, Char. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export interface XmlElement {
  readonly name: string;
  readonly attributes?: { readonly [name: string]: string | number };
  readonly children?: readonly (XmlElement | string)[];
}

/** An element on lines of its own, children indented; texts make one line with their element. */
export function xmlLines({ name, attributes = {}, children = [] }: XmlElement): readonly string[] {
  const head = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlText(String(value))}"`),
  ].join(' ');
  if (children.length === 0) return [`<${head}/>`];
  const elements = children.filter((child) => typeof child !== 'string');
  if (elements.length === 0)
    return [`<${head}>${children.map((child) => xmlText(String(child))).join('')}</${name}>`];
  const inner = elements.flatMap(xmlLines).map((line) => `  ${line}`);
  return [`<${head}>`, ...inner, `</${name}>`];
}
