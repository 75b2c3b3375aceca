import { z } from 'zod';
import type { Diagnostic } from '../model/errors.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

/** Turns what the schema found into sentences that point at a line, with the nearest known name. */
export function explainIssues(
  issues: readonly Issue[],
  source: YamlSource,
  schema: z.ZodType,
): readonly Diagnostic[] {
  return issues.flatMap((issue) => explainIssue(issue, [], source, schema));
}

function explainIssue(
  issue: Issue,
  parent: Path,
  source: YamlSource,
  schema: z.ZodType,
): readonly Diagnostic[] {
  const path = [...parent, ...toPath(issue.path)];
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, path);
    return issue.keys.map((key) => unknownKey(key, path, allowed, source));
  }
  if (issue.code === 'invalid_union') {
    const branch = likeliestBranch(issue.errors);
    if (branch) return branch.flatMap((inner) => explainIssue(inner, path, source, schema));
  }
  if (issue.code === 'invalid_key') {
    const reasons = issue.issues.map(({ message }) => message).join('; ');
    return [
      {
        code: 'MANIFEST_INVALID',
        message: `${show(path)}: ${lowerFirst(reasons)}.`,
        position: source.locateKey(path),
      },
    ];
  }
  return [
    {
      code: 'MANIFEST_INVALID',
      message: `${show(path)}: ${reasonOf(issue)}.`,
      position: source.locate(path),
    },
  ];
}

/** Of the forms that a value might have had, the one that the writer came nearest to. */
function likeliestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (branch: readonly Issue[]): number =>
    Math.max(
      ...branch.map(({ path, code }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)),
    );
  const sorted = branches.filter((branch) => branch.length > 0).sort((a, b) => depth(b) - depth(a));
  const [best] = sorted;
  return best && depth(best) > 0 ? best : undefined;
}

function unknownKey(
  key: string,
  path: Path,
  allowed: readonly string[],
  source: YamlSource,
): Diagnostic {
  const near = nearestName(key, allowed);
  return {
    code: 'MANIFEST_INVALID',
    message: `${show(path)} has no key "${key}".`,
    position: source.locateKey([...path, key]),
    hint: near
      ? `Did you mean "${near}"?`
      : allowed.length > 0
        ? `It takes: ${allowed.join(', ')}.`
        : undefined,
  };
}

function reasonOf(issue: Issue): string {
  const missing = issue.code === 'invalid_type' && issue.message.includes('received undefined');
  return missing ? 'is required' : lowerFirst(issue.message.replace(/^Invalid input: /, ''));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function toPath(path: readonly PropertyKey[]): Path {
  return path.map((key) => (typeof key === 'symbol' ? String(key) : key));
}

function show(path: Path): string {
  return path.length === 0 ? 'The manifest' : path.join('.');
}

/** The keys that the schema allows for the object at `path`. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  const root = jsonSchemaOf(schema);
  let nodes = [root];
  for (const step of path) {
    nodes = nodes.flatMap((node) => alternatives(node, root)).flatMap((node) => child(node, step));
  }
  const keys = nodes
    .flatMap((node) => alternatives(node, root))
    .flatMap((node) => Object.keys(asNode(node.properties)));
  return [...new Set(keys)];
}

const jsonSchemas = new WeakMap<z.ZodType, SchemaNode>();

/** Made once for all the issues of a file. */
function jsonSchemaOf(schema: z.ZodType): SchemaNode {
  const made = jsonSchemas.get(schema);
  if (made) return made;
  const root = asNode(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  jsonSchemas.set(schema, root);
  return root;
}

type SchemaNode = { readonly [key: string]: unknown };

function alternatives(node: SchemaNode, root: SchemaNode): SchemaNode[] {
  if (typeof node.$ref === 'string') {
    const name = node.$ref.split('/').at(-1) ?? '';
    return alternatives(asNode(asNode(root.$defs)[name]), root);
  }
  const parts = [node.anyOf, node.oneOf, node.allOf].flatMap((list) =>
    Array.isArray(list) ? list.map(asNode) : [],
  );
  return parts.length > 0 ? parts.flatMap((part) => alternatives(part, root)) : [node];
}

function child(node: SchemaNode, step: string | number): SchemaNode[] {
  if (typeof step === 'number') return node.items ? [asNode(node.items)] : [];
  const property = asNode(node.properties)[step];
  if (property) return [asNode(property)];
  return node.additionalProperties ? [asNode(node.additionalProperties)] : [];
}

function asNode(value: unknown): SchemaNode {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
