import { AwsError } from '../aws-error.ts';
import type { Shape, Shapes } from './shape.ts';

/** A request's value before its constraints are checked. */
export type Value =
  | string
  | number
  | boolean
  | readonly Value[]
  | { readonly [name: string]: Value };

interface Node {
  text?: string;
  readonly children: Map<string, Node>;
}

/**
 * Reads the form parameters of AWS's Query protocol (`Tags.member.1.Key=a`) into the value that
 * the shape describes. Members the shape does not know are left out, as AWS does.
 */
export function parseQuery(form: URLSearchParams, shapes: Shapes, shapeName: string): Value {
  const root: Node = { children: new Map() };
  for (const [name, text] of form) {
    let node = root;
    for (const part of name.split('.')) {
      const next: Node = node.children.get(part) ?? { children: new Map() };
      node.children.set(part, next);
      node = next;
    }
    node.text = text;
  }
  return readValue(root, shapes, shapeName);
}

function readValue(node: Node, shapes: Shapes, shapeName: string): Value {
  const shape = shapes[shapeName];
  if (shape === undefined) throw new Error(`no shape ${shapeName}`);
  switch (shape.type) {
    case 'structure':
      return structureOf(node, shapes, shape.members);
    case 'list':
      return itemsOf(node).map((item) => readValue(item, shapes, shape.of));
    case 'map':
      throw new Error('no request of the Query protocol has a map');
    case 'string':
      return node.text ?? '';
    case 'number':
    case 'boolean':
      return scalarOf(node.text ?? '', shape);
    default:
      return shape satisfies never;
  }
}

function structureOf(node: Node, shapes: Shapes, members: Readonly<Record<string, string>>): Value {
  const found: Record<string, Value> = {};
  for (const [name, shapeName] of Object.entries(members)) {
    const child = node.children.get(name);
    if (child !== undefined) found[name] = readValue(child, shapes, shapeName);
  }
  return found;
}

/** `X.member.1`, `X.member.2` …; `X=` alone is an empty list. */
function itemsOf(node: Node): Node[] {
  const items = node.children.get('member') ?? node;
  return [...items.children]
    .filter(([index]) => /^\d+$/.test(index))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, item]) => item);
}

function scalarOf(text: string, shape: Shape): Value {
  if (shape.type === 'number' && /^-?\d+$/.test(text)) return Number(text);
  if (shape.type === 'boolean' && /^(true|false)$/i.test(text))
    return text.toLowerCase() === 'true';
  throw new AwsError('MalformedInput', 400, `Could not read '${text}' as a ${shape.type}`);
}
