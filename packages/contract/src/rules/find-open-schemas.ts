import { isNode, type JsonNode, listOf, nodeOf, resolveNode } from './json-node.ts';

/**
 * Where the schema of a body takes more than anybody meant: members that nothing declares, texts and
 * lists of any length.
 */
export function findOpenSchemas(document: JsonNode, schema: unknown): readonly string[] {
  const faults = new Set<string>();
  const seen = new Set<JsonNode>();
  visit(schema, 'body');
  return [...faults];

  function visit(value: unknown, place: string): void {
    const node = resolveNode(document, value);
    if (seen.has(node)) return;
    seen.add(node);
    for (const fault of faultsOf(node)) faults.add(`${place} ${fault}`);
    for (const [name, member] of Object.entries(nodeOf(node['properties'])))
      visit(member, `${place}.${name}`);
    for (const name of ['items', 'additionalProperties'])
      if (isNode(node[name])) visit(node[name], `${place}[]`);
    for (const branch of listOf(node['oneOf'])) visit(branch, place);
  }
}

function faultsOf(node: JsonNode): readonly string[] {
  const types = [node['type']].flat();
  const closed = node['unevaluatedProperties'] === false || node['additionalProperties'];
  const short = ['maxLength', 'enum', 'const'].some((name) => node[name] !== undefined);
  const pattern = String(node['pattern'] ?? '');
  // A pattern that ends the text and repeats nothing without end.
  const bounded = /^\^.*\$$/.test(pattern) && !/[*+](?!\))/.test(pattern.replaceAll('\\*', ''));
  return [
    ...(types.includes('object') && !closed ? ['is open'] : []),
    ...(types.includes('string') && !short && !bounded ? ['may be of any length'] : []),
    ...(types.includes('array') && node['maxItems'] === undefined ? ['may be of any size'] : []),
  ];
}
