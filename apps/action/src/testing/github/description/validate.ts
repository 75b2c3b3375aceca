import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { isRecord, type JsonRecord } from '../json.ts';
import { definitionName, toJsonSchema } from './json-schema.ts';
import { components } from './operation.ts';

export type Strictness = 'strict' | 'lenient';

// The description has formats and keywords of its own.
const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
formats.default(ajv);
for (const how of ['strict', 'lenient'] as const) {
  const definitions = Object.entries(components)
    .filter(([reference]) => reference.startsWith('#/components/schemas/'))
    .map(([reference, schema]) => [definitionName(reference), toJsonSchema(schema, how)]);
  ajv.addSchema({ $id: how, definitions: Object.fromEntries(definitions) });
}

const compiled = {
  strict: new WeakMap<JsonRecord, ValidateFunction>(),
  lenient: new WeakMap<JsonRecord, ValidateFunction>(),
};

/** What a value has against a schema of the description; nothing if it is as described. */
export function validate(schema: JsonRecord, value: unknown, how: Strictness): string[] {
  const known = compiled[how].get(schema);
  const check = known ?? ajv.compile(toJsonSchema(schema, how));
  compiled[how].set(schema, check);
  return check(value) ? [] : [...new Set((check.errors ?? []).map(describe))];
}

function describe({ instancePath, message, params }: ErrorObject): string {
  const details: unknown = params;
  const which = isRecord(details) ? details['additionalProperty'] : undefined;
  return `${instancePath || 'it'} ${message}${typeof which === 'string' ? ` (${which})` : ''}`;
}
