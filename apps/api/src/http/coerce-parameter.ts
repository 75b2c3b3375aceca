import { child, memberOf, type Place } from './place.ts';

/**
 * Turns the text of a parameter into what its schema asks for. Only one spelling of a value is
 * taken (`10`, not `1e1`, ` 10` or `0x0a`); a text that is none stays a text, for the schema to
 * refuse.
 */
export type Coercion = (text: string) => unknown;

export function compileCoercion(schema: Place | undefined): Coercion {
  switch (typeOf(schema)) {
    case 'integer':
      return (text) => (/^-?(?:0|[1-9]\d*)$/.test(text) ? Number(text) : text);
    case 'number':
      return (text) => (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? Number(text) : text);
    case 'boolean':
      return (text) => (text === 'true' ? true : text === 'false' ? false : text);
    default:
      return (text) => text;
  }
}

export function isList(schema: Place): boolean {
  return typeOf(schema) === 'array';
}

export function elementsOf(schema: Place): Place | undefined {
  return child(schema, 'items');
}

function typeOf(schema: Place | undefined): string | undefined {
  const type = memberOf(schema?.value, 'type');
  if (typeof type === 'string') return type;
  const types: readonly unknown[] = Array.isArray(type) ? type : [];
  const [only, ...others] = types.filter((one) => one !== 'null');
  return typeof only === 'string' && others.length === 0 ? only : undefined;
}
