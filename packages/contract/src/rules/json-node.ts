/** An object of a parsed document. */
export interface JsonNode {
  readonly [member: string]: unknown;
}

export function nodeOf(value: unknown): JsonNode {
  return isNode(value) ? value : {};
}

export function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function nodesOf(value: unknown): readonly JsonNode[] {
  return listOf(value).map(nodeOf);
}

/** What `$ref` points to, within one document; the node itself where it has none. */
export function resolveNode(document: JsonNode, value: unknown): JsonNode {
  const node = nodeOf(value);
  const { $ref: ref } = node;
  if (typeof ref !== 'string') return node;
  const names = ref.replace(/^#\//, '').split('/').map(unescapePointer);
  const target = names.reduce<unknown>((at, name) => nodeOf(at)[name], document);
  if (target === undefined) throw new Error(`${ref} leads nowhere.`);
  return resolveNode(document, target);
}

function unescapePointer(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}
