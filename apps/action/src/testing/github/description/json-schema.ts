import { isRecord, type JsonRecord, listAt } from '../json.ts';

/**
 * A schema of OpenAPI 3.0 as JSON Schema, which has no `nullable`. Strict means that an object takes
 * no properties but those listed; GitHub ignores others, so that a misspelt one has no effect.
 * References go to the schema called `strict` or `lenient`.
 */
export function toJsonSchema(schema: unknown, how: 'strict' | 'lenient'): JsonRecord {
  return convertSchema(isRecord(schema) ? schema : {}, { how, part: false });
}

interface Conversion {
  readonly how: 'strict' | 'lenient';
  /** A branch of a schema that lists properties itself: it speaks of some of them only. */
  readonly part: boolean;
}

function convertSchema(schema: JsonRecord, { how, part }: Conversion): JsonRecord {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    return { $ref: `${how}#/definitions/${definitionName(reference)}` };
  }
  const hasProperties = isRecord(schema['properties']);
  const inner = { how, part: false };
  const branch = { how, part: part || hasProperties };
  const whole: JsonRecord = {
    ...pick(schema, ['type', 'enum', 'format', 'pattern', 'required', 'minimum', 'maximum']),
    ...pick(schema, ['minLength', 'maxLength', 'minItems', 'maxItems', 'additionalProperties']),
    ...('properties' in schema && { properties: convertMembers(schema['properties'], inner) }),
    ...(isRecord(schema['items']) && { items: convertSchema(schema['items'], inner) }),
    ...(isRecord(schema['additionalProperties']) && {
      additionalProperties: convertSchema(schema['additionalProperties'], inner),
    }),
    ...('allOf' in schema && { allOf: convertList(schema, 'allOf', { how, part: true }) }),
    // GitHub's branches overlap here and there, so that `oneOf` would refuse what is right.
    ...(('anyOf' in schema || 'oneOf' in schema) && {
      anyOf: [...convertList(schema, 'anyOf', branch), ...convertList(schema, 'oneOf', branch)],
    }),
  };
  const closed =
    how === 'strict' && hasProperties && !part && whole['additionalProperties'] === undefined
      ? { ...whole, additionalProperties: false }
      : whole;
  return schema['nullable'] === true ? { anyOf: [{ type: 'null' }, closed] } : closed;
}

/** `#/components/schemas/issue` → `issue`. */
export function definitionName(reference: string): string {
  return reference.split('/').at(-1) ?? reference;
}

function convertMembers(members: unknown, conversion: Conversion): JsonRecord {
  return Object.fromEntries(
    Object.entries(isRecord(members) ? members : {}).map(([name, member]) => [
      name,
      convertSchema(isRecord(member) ? member : {}, conversion),
    ]),
  );
}

function convertList(schema: JsonRecord, key: string, conversion: Conversion): JsonRecord[] {
  return listAt(schema, key)
    .filter(isRecord)
    .map((item) => convertSchema(item, conversion));
}

function pick(schema: JsonRecord, keys: readonly string[]): JsonRecord {
  return Object.fromEntries(keys.filter((key) => key in schema).map((key) => [key, schema[key]]));
}
