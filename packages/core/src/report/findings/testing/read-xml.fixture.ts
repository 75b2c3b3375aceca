export interface XmlNode {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly XmlNode[];
}

interface Draft extends XmlNode {
  readonly children: XmlNode[];
}

const token = /<\?[^>]*\?>|<\/([\w-]+)>|<([\w-]+)((?:\s[\w-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;

/** Reads what our writer of XML may write, and throws at anything else: a stray sign shows. */
export function readXml(text: string): XmlNode {
  if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(text))
    throw new Error('a character that XML does not have');
  const top: Draft = { name: '', attributes: {}, children: [] };
  const open: Draft[] = [top];
  let read = 0;
  for (const [all, closed, name, attributes = '', single, characters] of text.matchAll(token)) {
    read += all.length;
    if (characters !== undefined) decode(characters);
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`stray </${closed}>`);
    if (name === undefined) continue;
    const node: Draft = { name, attributes: readAttributes(attributes), children: [] };
    open.at(-1)?.children.push(node);
    if (single === '') open.push(node);
  }
  const [root] = top.children;
  if (read !== text.length || open.length !== 1 || root === undefined)
    throw new Error(`not well-formed at ${text.slice(read, read + 40)}`);
  return root;
}

function readAttributes(text: string): { readonly [name: string]: string } {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      decode(value),
    ]),
  );
}

function decode(text: string): string {
  if (/&(?!#\d+;)/.test(text)) throw new Error(`stray & in ${text}`);
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
