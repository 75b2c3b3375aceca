import { child, childrenOf, follow, memberOf, type Place, rootOf, textAt } from './place.ts';

/** An operation of the contract, as the binder needs it. Media types are in lower case. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
  /** As the contract writes it: `/v1/grants/{grantId}`. */
  readonly path: string;
  /** What a caller needs; `public` for everybody. */
  readonly permission: string;
  readonly parameters: readonly Parameter[];
  readonly body: {
    readonly required: boolean;
    readonly schemas: ReadonlyMap<string, Place>;
    /** What the contract shows as a body. */
    readonly examples: readonly unknown[];
  } | null;
  /** By status: `200`, `4XX`, `default`. */
  readonly responses: ReadonlyMap<string, Response>;
  /** Media types of success, in the order of the contract. */
  readonly offers: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Place;
  /** `style: form, explode: false`: one text with commas. */
  readonly commas: boolean;
}

export interface Response {
  /** By media type; without a schema anything goes. */
  readonly schemas: ReadonlyMap<string, Place | undefined>;
  readonly headers: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly schema: Place | undefined;
  }[];
}

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'] as const;
const foreignHeaders = new Set(['accept', 'content-type', 'authorization']);

/**
 * Lists the operations of an OpenAPI 3.1 document.
 *
 * @throws Error that names every operation without `operationId` or `x-rolecall-permission`.
 */
export function readOperations(document: unknown): readonly Operation[] {
  const faults: string[] = [];
  const operations = childrenOf(child(rootOf(document), 'paths')).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const place = child(item, method.toLowerCase());
      if (place === undefined) return [];
      const id = textAt(place, 'operationId');
      const permission = textAt(place, 'x-rolecall-permission');
      if (id === undefined) faults.push(`${method} ${path} has no operationId`);
      if (permission === undefined) faults.push(`${method} ${path} has no x-rolecall-permission`);
      else if ((permission === 'public') !== isOpen(place))
        faults.push(`${method} ${path}: security and x-rolecall-permission contradict each other`);
      if (id === undefined || permission === undefined) return [];
      const responses = new Map(
        childrenOf(child(place, 'responses')).map(([status, response]) => [
          status,
          readResponse(response),
        ]),
      );
      return [
        {
          id,
          method,
          path,
          permission,
          parameters: readParameters(item, place),
          body: readBody(child(place, 'requestBody')),
          responses,
          offers: offersOf(responses),
        },
      ];
    }),
  );
  if (faults.length > 0) throw new Error(`The contract cannot be served: ${faults.join('; ')}.`);
  return operations;
}

/** `security: []`, or an empty alternative in it. */
function isOpen(operation: Place): boolean {
  const own = memberOf(operation.value, 'security');
  const security = own ?? memberOf(operation.root, 'security');
  if (!Array.isArray(security) || security.length === 0) return true;
  return security.some((one: unknown) => Object.keys(Object(one)).length === 0);
}

/** Those of the operation take the place of those of its path. */
function readParameters(item: Place, operation: Place): readonly Parameter[] {
  const all = [item, operation].flatMap((place) => childrenOf(child(place, 'parameters')));
  const byKey = new Map<string, Parameter>();
  for (const [, place] of all) {
    const name = textAt(place, 'name') ?? '';
    const where = textAt(place, 'in');
    const schema = child(place, 'schema');
    if (schema === undefined) throw new Error(`${place.pointer}: a parameter needs a schema`);
    if (where !== 'path' && where !== 'query' && where !== 'header')
      throw new Error(`${place.pointer}: parameters in ${where} are not supported`);
    if (where === 'header' && foreignHeaders.has(name.toLowerCase())) continue;
    byKey.set(`${where} ${name}`, {
      name,
      in: where,
      required: memberOf(place.value, 'required') === true,
      schema,
      commas: where !== 'query' || memberOf(place.value, 'explode') === false,
    });
  }
  return [...byKey.values()];
}

function readBody(place: Place | undefined): Operation['body'] {
  if (place === undefined) return null;
  const schemas = new Map<string, Place>();
  const examples: unknown[] = [];
  for (const [type, content] of childrenOf(child(place, 'content'))) {
    const schema = child(content, 'schema');
    if (schema === undefined) throw new Error(`${content.pointer}: a body needs a schema`);
    schemas.set(type.toLowerCase(), schema);
    const shown = childrenOf(child(content, 'examples')).map(([, example]) => follow(example));
    examples.push(...shown.map(({ value }) => memberOf(value, 'value')));
  }
  return { required: memberOf(place.value, 'required') === true, schemas, examples };
}

function readResponse(place: Place): Response {
  return {
    schemas: new Map(
      childrenOf(child(place, 'content')).map(([type, content]) => [
        type.toLowerCase(),
        child(content, 'schema'),
      ]),
    ),
    headers: childrenOf(child(place, 'headers')).map(([name, header]) => ({
      name: name.toLowerCase(),
      required: memberOf(header.value, 'required') === true,
      schema: child(header, 'schema'),
    })),
  };
}

/** Whether the contract lets an operation answer so. What it may not answer it does not refuse. */
export function documents({ responses }: Operation, status: number): boolean {
  const names = [String(status), `${String(status)[0]}XX`, 'default'];
  return names.some((name) => responses.has(name));
}

function offersOf(responses: ReadonlyMap<string, Response>): readonly string[] {
  const successes = [...responses].filter(([status]) => status.startsWith('2'));
  return [...new Set(successes.flatMap(([, { schemas }]) => [...schemas.keys()]))];
}
