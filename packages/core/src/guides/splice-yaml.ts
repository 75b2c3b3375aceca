import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';

/*
 * Text put into YAML where the rest stays byte for byte; printing a document anew keeps the comments
 * but moves and folds lines. `undefined` where the text is of a form that takes more than that.
 */

/** One more member of a section; the section too, where there is none. */
export function spliceMember(
  text: string,
  section: string,
  member: { readonly [name: string]: unknown },
): string | undefined {
  const root = parseDocument(text).contents;
  if (!isMap(root)) return undefined;
  const found = root.get(section);
  if (!root.has(section))
    return root.flow === true ? undefined : append(text, { [section]: member });
  if (!isMap(found)) return undefined;
  const column = columnOf(text, found);
  return column === undefined ? undefined : insertBelow(text, found, indent(member, column));
}

/** More items of a list; of one in a section, as `checks.emergencyPrincipals`, it may be missing. */
export function spliceItems(
  text: string,
  path: readonly [section: string, ...string[]],
  items: readonly string[],
): string | undefined {
  const root = parseDocument(text).contents;
  const list = isMap(root) ? root.getIn(path) : undefined;
  const [section, key, ...deeper] = path;
  if (list === undefined && key !== undefined && deeper.length === 0)
    return spliceMember(text, section, { [key]: items });
  if (!isSeq(list) || !list.range) return undefined;
  const [start, end] = list.range;
  if (list.flow === true) {
    const comma = list.items.length > 0 ? ', ' : '';
    return `${text.slice(0, end - 1)}${comma}${items.join(', ')}${text.slice(end - 1)}`;
  }
  return insertBelow(text, list, indent(items, start - (text.lastIndexOf('\n', start - 1) + 1)));
}

function append(text: string, value: unknown): string {
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  return `${ended}\n${indent(value, 0)}`;
}

/** Where the keys of a block map stand. */
function columnOf(text: string, map: YAMLMap): number | undefined {
  const [first] = map.items;
  if (map.flow === true || !isScalar(first?.key) || !first.key.range) return undefined;
  const [start] = first.key.range;
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}

/** Below the line on which the collection ends, so that a comment behind it stays with it. */
function insertBelow(text: string, node: unknown, lines: string): string | undefined {
  const end = endOf(node);
  if (end === undefined) return undefined;
  const newline = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end);
  if (newline < 0) return `${text}\n${lines}`;
  return `${text.slice(0, newline + 1)}${lines}${text.slice(newline + 1)}`;
}

/** The end of the last value: the range of a block collection goes on to the next key. */
function endOf(node: unknown): number | undefined {
  if (isCollection(node) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    if (isNode(last)) return endOf(last);
    if (typeof last === 'object' && last !== null && 'value' in last) return endOf(last.value);
  }
  return isNode(node) ? node.range?.[1] : undefined;
}

function indent(value: unknown, columns: number): string {
  return stringify(value, { lineWidth: 0, singleQuote: true })
    .split('\n')
    .map((line) => (line === '' ? '' : `${' '.repeat(columns)}${line}`))
    .join('\n');
}
