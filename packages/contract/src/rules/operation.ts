import { type JsonNode, nodeOf, nodesOf, resolveNode } from './json-node.ts';

/** An operation of the contract, with references resolved one step deep. */
export interface Operation {
  readonly document: JsonNode;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly permission: unknown;
  readonly security: unknown;
  readonly parameters: readonly JsonNode[];
  readonly body: JsonNode | undefined;
  readonly responses: ReadonlyMap<number, JsonNode>;
}

const methods = ['get', 'put', 'post', 'patch', 'delete'];

export function operationsOf(document: JsonNode): readonly Operation[] {
  return Object.entries(nodeOf(document['paths'])).flatMap(([path, item]) => {
    const shared = nodesOf(nodeOf(item)['parameters']);
    return methods.flatMap((method) => {
      const operation = nodeOf(item)[method];
      return operation === undefined
        ? []
        : [operationOf(document, { path, method, shared, operation: nodeOf(operation) })];
    });
  });
}

interface Place {
  readonly path: string;
  readonly method: string;
  readonly shared: readonly JsonNode[];
  readonly operation: JsonNode;
}

function operationOf(document: JsonNode, { path, method, shared, operation }: Place): Operation {
  const parameters = [...shared, ...nodesOf(operation['parameters'])];
  const responses = Object.entries(nodeOf(operation['responses']));
  const { requestBody } = operation;
  return {
    document,
    id: String(operation['operationId']),
    method,
    path,
    permission: operation['x-rolecall-permission'],
    security: operation['security'],
    parameters: parameters.map((parameter) => resolveNode(document, parameter)),
    body: requestBody === undefined ? undefined : resolveNode(document, requestBody),
    responses: new Map(
      responses.map(([status, response]) => [Number(status), resolveNode(document, response)]),
    ),
  };
}

/** Whether it has the parameter, and has to have it. */
export function requires({ parameters }: Operation, name: string): boolean {
  return parameters.some(
    (parameter) => parameter['name'] === name && parameter['required'] === true,
  );
}

export function takes({ parameters }: Operation, name: string): boolean {
  return parameters.some((parameter) => parameter['name'] === name);
}

export function schemaOf({ document }: Operation, content: unknown, type = 'application/json') {
  return resolveNode(document, nodeOf(nodeOf(nodeOf(content)['content'])[type])['schema']);
}

export function hasHeader(response: JsonNode | undefined, name: string): boolean {
  return nodeOf(response?.['headers'])[name] !== undefined;
}
