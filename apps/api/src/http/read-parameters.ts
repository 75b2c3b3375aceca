import type { FastifyRequest } from 'fastify';
import { compileCoercion, elementsOf, isList } from './coerce-parameter.ts';
import type { Check } from './compile-checks.ts';
import { memberOf, type Place } from './place.ts';
import { type ProblemItem, problem } from './problem.ts';
import { documents, type Operation, type Parameter } from './read-operations.ts';

export interface Parameters {
  readonly path: object;
  readonly query: object;
  readonly header: object;
}

/**
 * Makes the reader of an operation's parameters. Query parameters that the contract does not know
 * are refused: a misspelt one would silently not count.
 *
 * @throws Problem (the reader) `parameter-invalid`; `precondition-required` when If-Match is
 *   missing, `idempotency-key-missing` when Idempotency-Key is.
 */
export function compileParameters(
  operation: Operation,
  compile: (schema: Place) => Check,
): (request: FastifyRequest) => Parameters {
  const { parameters } = operation;
  const readers = parameters.map((parameter) => compileParameter(parameter, compile));
  const known = new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name));
  const refusesUnknown = documents(operation, 400);
  return (request) => {
    const found = { path: {}, query: {}, header: {} };
    const faults = Object.keys(Object(request.query))
      .filter((name) => refusesUnknown && !known.has(name))
      .map((name): ProblemItem => ({ pointer: name.slice(0, 100), message: 'is not known' }));
    for (const read of readers) faults.push(...read(request, found));
    if (faults.length > 0) throw problem('parameter-invalid', { errors: faults.slice(0, 50) });
    return found;
  };
}

type Read = (request: FastifyRequest, found: Parameters) => readonly ProblemItem[];

function compileParameter(parameter: Parameter, compile: (schema: Place) => Check): Read {
  const { name, required } = parameter;
  const check = compile(parameter.schema);
  const convert = compileConversion(parameter);
  const key = parameter.in === 'header' ? name.toLowerCase() : name;
  return (request, found) => {
    const raw = memberOf(sourceOf(request, parameter.in), key);
    if (raw === undefined) return required ? [missing(name)] : [];
    const converted = convert(raw);
    if (converted === undefined) return [{ pointer: name, message: 'is given more than once' }];
    // PostgreSQL stores no NUL, and no parameter of ours has a use for one.
    if (String(raw).includes('\0')) return [{ pointer: name, message: 'must not contain NUL' }];
    Reflect.set(found[parameter.in], name, converted);
    return check(converted).map((item) => ({ ...item, pointer: name }));
  };
}

/** Undefined when a single value is given several times. */
function compileConversion({ schema, commas }: Parameter): (raw: unknown) => unknown {
  if (!isList(schema)) {
    const coerce = compileCoercion(schema);
    return (raw) => (typeof raw === 'string' ? coerce(raw) : undefined);
  }
  const coerce = compileCoercion(elementsOf(schema));
  return (raw) => {
    const texts = (Array.isArray(raw) ? raw : [raw]).map(String);
    return (commas ? texts.flatMap((text) => text.split(',')) : texts).map((text) =>
      coerce(commas ? text.trim() : text),
    );
  };
}

function sourceOf(request: FastifyRequest, where: Parameter['in']): unknown {
  switch (where) {
    case 'path':
      return request.params;
    case 'query':
      return request.query;
    case 'header':
      return request.headers;
    default:
      return where satisfies never;
  }
}

function missing(name: string): ProblemItem {
  if (name.toLowerCase() === 'if-match') throw problem('precondition-required');
  if (name.toLowerCase() === 'idempotency-key') throw problem('idempotency-key-missing');
  return { pointer: name, code: 'required', message: 'is required' };
}
