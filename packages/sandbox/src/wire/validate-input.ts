import { refuse } from '../aws-error.ts';
import type { Shape, Shapes } from './shape.ts';

/**
 * Checks a value against its shape's constraints, and refuses with AWS's ValidationError wording,
 * all violations in one message. As a type predicate it is what makes a parsed request typed:
 * what passes has the members that the API model's type says.
 */
export function validateInput(value: unknown, shapes: Shapes, shapeName: string): void {
  const violations: Violation[] = [];
  visit(value, { shapes, shapeName, path: '', violations });
  const named = violations.find(({ special }) => special !== undefined);
  if (named?.special !== undefined) refuse('ValidationError', named.special);
  if (violations.length === 0) return;
  const texts = violations.map(
    ({ shown, path, constraint }) =>
      `Value ${shown} at '${path}' failed to satisfy constraint: Member must ${constraint}`,
  );
  const count =
    violations.length === 1 ? '1 validation error' : `${violations.length} validation errors`;
  refuse('ValidationError', `${count} detected: ${texts.join('; ')}`);
}

interface Violation {
  readonly shown: string;
  readonly path: string;
  readonly constraint: string;
  /** Names and paths have a message of their own. */
  readonly special?: string;
}

interface Place {
  readonly shapes: Shapes;
  readonly shapeName: string;
  readonly path: string;
  readonly violations: Violation[];
}

function visit(value: unknown, place: Place): void {
  const { shapes, shapeName, path, violations } = place;
  const shape = shapes[shapeName];
  if (shape === undefined) throw new Error(`no shape ${shapeName}`);
  const violate = (constraint: string): void => {
    violations.push({ shown: shown(value), path, constraint });
  };
  switch (shape.type) {
    case 'structure':
      visitMembers(value, shape, place);
      return;
    case 'list':
      if (!Array.isArray(value)) violate('be a list');
      else visitItems(value, shape, place);
      return;
    case 'map':
      if (typeof value !== 'object' || value === null) violate('be a map');
      else visitEntries(value, shape, place);
      return;
    case 'string':
      if (typeof value !== 'string') violate('be a string');
      else checkString(value, shape, place);
      return;
    case 'number':
      if (typeof value !== 'number') violate('be a number');
      else checkRange(value, shape, 'value', violate);
      return;
    case 'boolean':
      if (typeof value !== 'boolean') violate('be a boolean');
      return;
    default:
      shape satisfies never;
  }
}

function visitMembers(value: unknown, shape: Shape & { type: 'structure' }, place: Place): void {
  const members = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  for (const [name, shapeName] of Object.entries(shape.members)) {
    const camel = camelCase(name);
    const path = place.path === '' ? camel : `${place.path}.${camel}`;
    const member = members.get(name);
    if (member !== undefined) visit(member, { ...place, shapeName, path });
    else if (shape.required.includes(name)) {
      place.violations.push({ shown: 'null', path, constraint: 'not be null' });
    }
  }
}

function visitItems(
  items: readonly unknown[],
  shape: Shape & { type: 'list' },
  place: Place,
): void {
  const { path, violations } = place;
  checkRange(items.length, shape, 'length', (constraint) => {
    violations.push({ shown: shown(items), path, constraint });
  });
  items.forEach((item, index) => {
    visit(item, { ...place, shapeName: shape.of, path: `${path}.${index + 1}.member` });
  });
}

function visitEntries(map: object, shape: Shape & { type: 'map' }, place: Place): void {
  for (const [key, value] of Object.entries(map)) {
    visit(value, { ...place, shapeName: shape.of, path: `${place.path}.${key}.member` });
  }
}

function checkString(text: string, shape: Shape & { type: 'string' }, place: Place): void {
  const { path, violations } = place;
  const violate = (constraint: string): void => {
    violations.push({ shown: shown(text), path, constraint });
  };
  checkRange(text.length, shape, 'length', violate);
  if (shape.values !== undefined && !shape.values.includes(text)) {
    violate(`satisfy enum value set: [${shape.values.join(', ')}]`);
  }
  if (shape.pattern === undefined || patternOf(shape.pattern).test(text)) return;
  const special = specialMessage(path, shape.pattern);
  violations.push({
    shown: shown(text),
    path,
    constraint: `satisfy regular expression pattern: ${shape.pattern}`,
    ...(special === undefined ? {} : { special }),
  });
}

function checkRange(
  measured: number,
  { min, max }: { readonly min?: number; readonly max?: number },
  what: 'length' | 'value',
  violate: (constraint: string) => void,
): void {
  if (max !== undefined && measured > max) violate(`have ${what} less than or equal to ${max}`);
  if (min !== undefined && measured < min) violate(`have ${what} greater than or equal to ${min}`);
}

function specialMessage(path: string, pattern: string): string | undefined {
  const start = `The specified value for ${path} is invalid. It must`;
  if (pattern === '[\\w+=,.@-]+') {
    return `${start} contain only alphanumeric characters and/or the following: +=,.@_-`;
  }
  if (path === 'path' || path === 'newPath') {
    return `${start} begin and end with / and contain only alphanumeric characters and/or / characters.`;
  }
  if (/policyDocument$/i.test(path)) return `${start} contain only printable ASCII characters.`;
  return undefined;
}

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(`^(?:${unescaped(source)})$`, 'u');
  patterns.set(source, known);
  return known;
}

/** Models are written for Java, where more characters may be escaped than are special. */
function unescaped(source: string): string {
  return source.replace(/\\([ '"|_%&@#!~=:;,<>])/g, '$1');
}

function shown(value: unknown): string {
  return Array.isArray(value) ? `'[${value.map(itemShown).join(', ')}]'` : `'${String(value)}'`;
}

function itemShown(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** `RoleName` → `roleName`, `SAMLProviderArn` → `sAMLProviderArn`: only the first letter. */
function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
