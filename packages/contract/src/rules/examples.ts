import { isNode, type JsonNode, nodeOf, resolveNode } from './json-node.ts';
import { operationsOf } from './operation.ts';

/** A body as the contract shows it, and where the schema of that body stands. */
export interface Example {
  /** `createPlan request application/json`. */
  readonly of: string;
  /** JSON Pointer to the schema, without `#`. */
  readonly pointer: string;
  readonly value: unknown;
}

/** Every example of a body, with its schema; a body of JSON without any gives one without value. */
export function examplesOf(document: JsonNode): readonly Example[] {
  return operationsOf(document).flatMap(({ id, method, path, body, responses }) => {
    const at = `/paths/${escapePointer(path)}/${method}`;
    const bodies = [
      ...(body === undefined ? [] : [{ name: 'request', at: `${at}/requestBody`, content: body }]),
      ...[...responses].map(([status, content]) => {
        const reference = nodeOf(rawResponse(document, { path, method, status }))['$ref'];
        const own = `${at}/responses/${status}`;
        return {
          name: String(status),
          at: typeof reference === 'string' ? reference.slice(1) : own,
          content,
        };
      }),
    ];
    return bodies.flatMap((entry) =>
      Object.entries(nodeOf(entry.content['content'])).flatMap(([type, media]): Example[] => {
        const of = `${id} ${entry.name} ${type}`;
        const pointer = `${entry.at}/content/${escapePointer(type)}/schema`;
        const examples = Object.values(nodeOf(nodeOf(media)['examples']));
        return examples.length === 0
          ? [{ of, pointer, value: undefined }]
          : examples.map((example) => ({ of, pointer, value: exampleValue(document, example) }));
      }),
    );
  });
}

function rawResponse(
  document: JsonNode,
  { path, method, status }: { path: string; method: string; status: number },
): unknown {
  const operation = nodeOf(nodeOf(nodeOf(document['paths'])[path])[method]);
  return nodeOf(operation['responses'])[status];
}

function exampleValue(document: JsonNode, example: unknown): unknown {
  return isNode(example) ? resolveNode(document, example)['value'] : undefined;
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
