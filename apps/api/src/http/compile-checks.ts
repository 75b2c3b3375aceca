import { Ajv2020, type ErrorObject, type Options } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Place } from './place.ts';
import type { ProblemItem } from './problem.ts';

/** Says what of a value breaks its schema; pointers begin at the value. */
export type Check = (value: unknown) => readonly ProblemItem[];

const maxItems = 50;

/**
 * Compiles schemas that lie in one document, which is held whole. Nothing is coerced, filled in or
 * dropped. A keyword that JSON Schema does not know is an error: misspelt, it would check nothing.
 *
 * All faults are listed only for values of ordinary size: collecting half a million faults of one
 * hostile body costs more than finding the first.
 */
export function compileChecks(document: object): (schema: Place) => Check {
  const first = createAjv(document, { allErrors: false });
  let thorough: Ajv2020 | undefined;
  const compiled = new Map<string, Check>();
  return (schema) => {
    const known = compiled.get(schema.pointer);
    if (known !== undefined) return known;
    const check = compileOne(schema);
    compiled.set(schema.pointer, check);
    return check;
  };

  function compileOne(schema: Place): Check {
    const isValid = first.compile({ $ref: `contract${schema.pointer}` });
    return (value) => {
      if (isValid(value)) return [];
      if (!isOrdinary(value)) return listItems(isValid.errors);
      thorough ??= createAjv(document, { allErrors: true });
      const ref = `contract${schema.pointer}`;
      const isWhollyValid = thorough.getSchema(ref) ?? thorough.compile({ $ref: ref });
      isWhollyValid(value);
      return listItems(isWhollyValid.errors ?? isValid.errors);
    };
  }
}

function createAjv(document: object, options: Options): Ajv2020 {
  const ajv = new Ajv2020({
    strictSchema: true,
    validateFormats: true,
    logger: false,
    ...options,
  });
  formats.default(ajv);
  ajv.addFormat('int32', true);
  ajv.addFormat('int64', true);
  // Those of OpenAPI, in schemas and at the top of the document, which Ajv reads as a schema.
  ajv.addVocabulary(['example', 'discriminator', 'xml', 'externalDocs', ...Object.keys(document)]);
  return ajv.addSchema(document, 'contract', false, false);
}

function listItems(errors: readonly ErrorObject[] | null | undefined): readonly ProblemItem[] {
  const items = new Map<string, ProblemItem>();
  for (const error of errors ?? []) {
    const item = describe(error);
    items.set(`${item.pointer} ${item.message}`, item);
    if (items.size === maxItems) break;
  }
  return [...items.values()];
}

/** Values of the request are not repeated: they may be secrets. */
function describe({ instancePath, keyword, params, message }: ErrorObject): ProblemItem {
  const named: unknown =
    params['missingProperty'] ?? params['unevaluatedProperty'] ?? params['additionalProperty'];
  const below = typeof named === 'string' ? `/${escapePointer(named)}` : '';
  return {
    pointer: `${instancePath}${below}`.slice(0, 256),
    code: keyword,
    message: explain(keyword, params, message),
  };
}

function explain(keyword: string, params: Record<string, unknown>, message?: string): string {
  switch (keyword) {
    case 'required':
      return 'is required';
    case 'unevaluatedProperties':
    case 'additionalProperties':
      return 'is not known';
    case 'enum':
      return `must be one of ${JSON.stringify(params['allowedValues'])}`;
    case 'const':
      return `must be ${JSON.stringify(params['allowedValue'])}`;
    default:
      return message ?? 'is invalid';
  }
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isOrdinary(value: unknown): boolean {
  let left = 2000;
  const open: unknown[] = [value];
  for (let next = open.pop(); left > 0; next = open.pop()) {
    left -= 1;
    if (typeof next === 'object' && next !== null) {
      const members = Object.values(next);
      if (members.length > left) return false;
      open.push(...members);
    }
    if (open.length === 0) return true;
  }
  return false;
}
