import fc from 'fast-check';
import { child, childrenOf, follow, memberOf, type Place, textAt } from '../place.ts';
import type { Operation, Parameter } from '../read-operations.ts';

export interface FuzzedRequest {
  readonly method: Operation['method'];
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string | Buffer;
}

/**
 * Requests to an operation: valid, almost valid, hostile. Known texts, such as ids of what exists,
 * are now and then put where their form fits.
 */
export function arbitraryRequest(
  operation: Operation,
  known: readonly string[] = [],
): fc.Arbitrary<FuzzedRequest> {
  const parameters = operation.parameters.map((parameter) =>
    fc
      .option(arbitraryText(parameter.schema, known), {
        freq: parameter.required ? 12 : 1,
        nil: undefined,
      })
      .map((text) => ({ parameter, text })),
  );
  return fc
    .record({
      parameters: fc.tuple(...parameters),
      extra: seldom(fc.tuple(hostileText, hostileText)),
      payload: arbitraryPayload(operation, known),
      type: fc.constantFrom(...typesOf(operation)),
      accept: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom('*/*', 'application/json') },
        { weight: 1, arbitrary: fc.constantFrom('text/event-stream', 'nonsense', ',;q=2') },
      ),
    })
    .map(({ payload, type, accept, ...chosen }) => ({
      method: operation.method,
      url: writeUrl(operation, chosen),
      headers: {
        accept,
        ...(payload === undefined ? {} : { 'content-type': type }),
        ...Object.fromEntries(
          chosen.parameters.flatMap(({ parameter, text }) =>
            parameter.in === 'header' && text !== undefined
              ? [[parameter.name.toLowerCase(), text.replaceAll(/[^\x20-\x7e]/g, '')]]
              : [],
          ),
        ),
      },
      ...(payload === undefined ? {} : { payload }),
    }));
}

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '\0',
    '__proto__',
    'constructor',
    '%',
    '../..',
    'null',
    '-0',
    '1e9',
    '"',
    '🦊',
  ),
);

/** How deep values may still get, and what is known. */
interface Means {
  readonly depth: number;
  readonly known: readonly string[];
}

const below = ({ depth, known }: Means): Means => ({ depth: depth - 1, known });

function arbitraryText(schema: Place, known: Means['known']): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 15, arbitrary: arbitraryValue(schema, { depth: 2, known }).map(asText) },
    { weight: 1, arbitrary: hostileText },
  );
}

/** An object may have a member `toString` of its own, which is no function. */
function asText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function arbitraryPayload(
  { body }: Operation,
  known: Means['known'],
): fc.Arbitrary<string | Buffer | undefined> {
  const [schema] = body === null ? [] : [...body.schemas.values()];
  const bytes = fc.uint8Array({ maxLength: 30 }).map((array) => Buffer.from(array));
  if (schema === undefined)
    return fc.oneof(
      { weight: 8, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: bytes },
    );
  return fc.oneof(
    {
      weight: 20,
      arbitrary: arbitraryValue(schema, { depth: 5, known }).map((value) => JSON.stringify(value)),
    },
    ...(body === null || body.examples.length === 0
      ? []
      : [
          {
            weight: 8,
            arbitrary: fc.constantFrom(...body.examples).map((value) => JSON.stringify(value)),
          },
        ]),
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: bytes },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '{', '['.repeat(9999), '{"a":1,"a":2}', '"\\ud800"'),
    },
  );
}

/** Mostly what the schema asks for; now and then another JSON value in its place. */
function arbitraryValue(place: Place, means: Means): fc.Arbitrary<unknown> {
  const schema = follow(place);
  const wrong = fc.jsonValue({ maxDepth: 1 });
  if (means.depth === 0) return wrong;
  return fc.oneof(
    { weight: 40, arbitrary: arbitraryValid(schema, means) },
    { weight: 1, arbitrary: wrong },
  );
}

function arbitraryValid(schema: Place, means: Means): fc.Arbitrary<unknown> {
  const options = memberOf(schema.value, 'enum');
  if (Array.isArray(options)) return fc.constantFrom(...options);
  const constant = memberOf(schema.value, 'const');
  if (constant !== undefined) return fc.constant(constant);
  const branches = ['oneOf', 'anyOf'].flatMap((key) => childrenOf(child(schema, key)));
  if (branches.length > 0)
    return fc.oneof(...branches.map(([, branch]) => arbitraryValue(branch, below(means))));
  switch (textAt(schema, 'type') ?? [memberOf(schema.value, 'type')].flat()[0]) {
    case 'object':
      return arbitraryObject(schema, means);
    case 'array': {
      const items = child(schema, 'items');
      return items === undefined
        ? fc.constant([])
        : fc.array(arbitraryValue(items, below(means)), { maxLength: 3 });
    }
    case 'integer':
      return fc.integer({
        min: numberAt(schema, 'minimum', -1),
        max: numberAt(schema, 'maximum', 2000),
      });
    case 'number':
      return fc.double({ noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return arbitraryString(schema, means);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function arbitraryString(schema: Place, { known }: Means): fc.Arbitrary<string> {
  const fitting = known.filter((text) => fits(schema, text));
  const made = arbitraryNewString(schema);
  if (fitting.length === 0) return made;
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...fitting) }, made);
}

function fits(schema: Place, text: string): boolean {
  const form = forms.get(textAt(schema, 'format') ?? '');
  return (
    (form === undefined || form.test(text)) &&
    new RegExp(textAt(schema, 'pattern') ?? '', 'u').test(text) &&
    text.length >= numberAt(schema, 'minLength', 0) &&
    text.length <= numberAt(schema, 'maxLength', Number.POSITIVE_INFINITY)
  );
}

const forms: ReadonlyMap<string, RegExp> = new Map([
  ['uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ['date-time', /^\d{4}-\d\d-\d\dT.+Z$/],
  ['uri', /^https?:/],
]);

function arbitraryNewString(schema: Place): fc.Arbitrary<string> {
  const pattern = textAt(schema, 'pattern');
  if (textAt(schema, 'format') === 'uuid') return fc.uuid();
  if (textAt(schema, 'format') === 'date-time')
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (pattern !== undefined && !/\\p|\(\?/.test(pattern))
    return fc.stringMatching(new RegExp(pattern));
  const minLength = numberAt(schema, 'minLength', 0);
  return fc.string({
    unit: 'grapheme',
    minLength,
    maxLength: Math.min(numberAt(schema, 'maxLength', 40), minLength + 40),
  });
}

function arbitraryObject(schema: Place, means: Means): fc.Arbitrary<unknown> {
  const required = memberOf(schema.value, 'required');
  const members = Object.fromEntries(
    childrenOf(child(schema, 'properties')).map(([name, member]) => [
      name,
      arbitraryValue(member, below(means)),
    ]),
  );
  const requiredKeys = Object.keys(members).filter(
    (name) => Array.isArray(required) && required.includes(name),
  );
  return fc
    .tuple(
      fc.record(members, { requiredKeys }),
      seldom(fc.tuple(hostileText, fc.jsonValue({ maxDepth: 1 }))),
    )
    .map(([object, extra]) =>
      extra === undefined ? object : Object.fromEntries([...Object.entries(object), extra]),
    );
}

function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 15, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

function numberAt(schema: Place, key: string, otherwise: number): number {
  const value = memberOf(schema.value, key);
  return typeof value === 'number' ? value : otherwise;
}

function typesOf({ body }: Operation): readonly string[] {
  const types = body === null ? ['application/json'] : [...body.schemas.keys()];
  return [
    ...Array(8).fill(types).flat().map(String),
    'text/plain',
    'application/json; charset=latin1',
  ];
}

interface Chosen {
  readonly parameters: readonly { parameter: Parameter; text: string | undefined }[];
  readonly extra: readonly [string, string] | undefined;
}

function writeUrl({ path }: Operation, { parameters, extra }: Chosen): string {
  let written = path;
  const query = new URLSearchParams(extra === undefined ? [] : [[...extra]]);
  for (const { parameter, text } of parameters) {
    if (parameter.in === 'path')
      written = written.replace(`{${parameter.name}}`, () => encode(text ?? 'x'));
    if (parameter.in === 'query' && text !== undefined) query.append(parameter.name, text);
  }
  return query.size === 0 ? written : `${written}?${query}`;
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
