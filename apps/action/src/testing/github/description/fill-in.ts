import { isRecord, type JsonRecord, listAt, recordAt } from '../json.ts';
import { dereference } from './operation.ts';

/**
 * Completes what the stand-in knows with the members that the description requires, so that every
 * answer has GitHub's shape. The filling is easy to recognise: `not-modelled`, 0, false, the year
 * 1970. Members whose value is undefined are left out.
 */
export function fillIn(described: JsonRecord, known: unknown): unknown {
  const schema = dereference(described);
  if (known === undefined) return fillingOf(schema);
  if (known === null) return null;
  const branches = branchesOf(schema);
  if (branches.length > 0) {
    const branch = branches.find((candidate) => suits(dereference(candidate), known));
    return branch === undefined ? known : fillIn(branch, known);
  }
  if (Array.isArray(known)) return known.map((item) => fillIn(recordAt(schema, 'items'), item));
  return isRecord(known) ? fillMembers(schema, known) : known;
}

function fillMembers(schema: JsonRecord, known: JsonRecord): JsonRecord {
  const properties = recordAt(schema, 'properties');
  const missing = listAt(schema, 'required')
    .filter((name) => typeof name === 'string')
    .filter((name) => known[name] === undefined);
  const given = Object.entries(known).filter(([, value]) => value !== undefined);
  return Object.fromEntries([
    ...missing.map((name) => [name, fillIn(recordAt(properties, name), undefined)]),
    ...given.map(([name, value]) => [name, fillIn(recordAt(properties, name), value)]),
  ]);
}

function fillingOf(schema: JsonRecord): unknown {
  if (schema['nullable'] === true) return null;
  const [first] = branchesOf(schema);
  if (first !== undefined) return fillIn(first, undefined);
  const [choice] = listAt(schema, 'enum');
  if (choice !== undefined) return choice;
  switch (schema['type']) {
    case 'string':
      return textOf(schema['format']);
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default:
      return fillMembers(schema, {});
  }
}

function textOf(format: unknown): string {
  if (format === 'date-time') return '1970-01-01T00:00:00Z';
  return format === 'uri' ? 'https://not-modelled.invalid/' : 'not-modelled';
}

function branchesOf(schema: JsonRecord): JsonRecord[] {
  return [
    ...listAt(schema, 'oneOf'),
    ...listAt(schema, 'anyOf'),
    ...listAt(schema, 'allOf'),
  ].filter(isRecord);
}

/** Whether a value may be meant by a branch: by its kind, and by what its `type` may be. */
function suits(branch: JsonRecord, value: unknown): boolean {
  if (Array.isArray(value)) return branch['type'] === 'array';
  if (!isRecord(value)) return branch['type'] === typeof value || !('type' in branch);
  const types = listAt(recordAt(recordAt(branch, 'properties'), 'type'), 'enum');
  return branch['type'] === 'object' && (types.length === 0 || types.includes(value['type']));
}
