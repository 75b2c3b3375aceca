import type { SyntaxNode, SyntaxTree } from '@rolecall/policy';
import { findPolicies } from '../access/find-policies.ts';
import { digest } from './digest.ts';
import { canonicalDraft, type Draft, memberIn } from './draft.ts';
import { embeddedJson } from './embedded-json.ts';
import { bind, type PolicyCollector } from './policy-collector.ts';
import { guessKind } from './policy-kinds.ts';

/** Collects each object with a `Statement`, and each text that holds one, as AWS's tools print it. */
export function collectPlain(tree: SyntaxTree, collector: PolicyCollector): void {
  const { file } = collector;
  const names = pathNames(tree.root);
  const add = (path: string, node: Draft) => {
    const { address, isStable } = names(path);
    const { kind, part, label } = guessKind(file, path, node);
    // Items of a list that have no name change their places: there only equal policies are the same.
    const holder = `${file}${address === '' ? '' : `#${address}`}${isStable ? '' : ` <${digest(canonicalDraft(node))}>`}`;
    collector.add({ address, label, kind, document: node, bindings: [bind(holder, part)] });
  };
  for (const { address, tree: found } of findPolicies(tree)) add(address, plainDraft(found.root));
  for (const { path, node } of textsIn(tree.root)) {
    const document = embeddedJson([node.value], node);
    if (document !== undefined && memberIn(document, 'Statement') !== undefined)
      add(path, document);
  }
}

function plainDraft(node: SyntaxNode): Draft {
  switch (node.kind) {
    case 'object':
      return {
        ...node,
        members: node.members.map(({ key, value }) => ({ key, value: plainDraft(value) })),
      };
    case 'array':
      return { ...node, items: node.items.map(plainDraft) };
    case 'hole': {
      const { text, start, end } = node;
      const unknown = { name: text.slice(0, 60), identity: text, plain: false };
      return { kind: 'unknown', unknown, start, end };
    }
    default:
      return node;
  }
}

interface PlacedTexts {
  readonly path: string;
  readonly node: Extract<SyntaxNode, { kind: 'string' }>;
}

/** Texts that may be documents. Those within a policy are no policies. */
function textsIn(root: SyntaxNode): readonly PlacedTexts[] {
  const found: PlacedTexts[] = [];
  const visit = (node: SyntaxNode, path: readonly string[]): void => {
    if (node.kind === 'string' && /^\s*(?:\{|%7B)/i.test(node.value))
      found.push({ path: path.join('.'), node });
    if (node.kind === 'array')
      for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)]);
    if (node.kind === 'object' && !node.members.some(({ key }) => key.value === 'Statement'))
      for (const { key, value } of node.members) visit(value, [...path, key.value]);
  };
  visit(root, []);
  return found;
}

const naming = [
  'Arn',
  'RoleName',
  'UserName',
  'GroupName',
  'PolicyName',
  'VersionId',
  'Name',
  'Id',
];

/** Puts an item's name where a path has its number. */
function pathNames(root: SyntaxNode) {
  return (path: string): { readonly address: string; readonly isStable: boolean } => {
    let node: SyntaxNode | undefined = root;
    let isStable = true;
    const shown: string[] = [];
    for (const step of stepsOf(path, root)) {
      if (node?.kind === 'array') {
        node = node.items[Number(step)];
        const name = nameIn(node);
        isStable &&= name !== undefined;
        shown.push(name ?? step);
      } else {
        node = node?.kind === 'object' ? valueIn(node, step) : undefined;
        shown.push(step);
      }
    }
    return { address: shown.join('.'), isStable };
  };
}

/** A key may hold a dot itself: the longest key that is there is meant. */
function stepsOf(path: string, root: SyntaxNode): readonly string[] {
  const steps: string[] = [];
  let rest = path;
  let node: SyntaxNode | undefined = root;
  while (rest !== '' && node !== undefined) {
    const here: string = rest;
    const keys: readonly string[] =
      node.kind === 'object'
        ? node.members.map(({ key }) => key.value)
        : [here.split('.')[0] ?? here];
    const key = keys
      .filter((one) => here === one || here.startsWith(`${one}.`))
      .toSorted((a, b) => b.length - a.length)[0];
    if (key === undefined) break;
    steps.push(key);
    node = node.kind === 'array' ? node.items[Number(key)] : valueIn(node, key);
    rest = here.slice(key.length + 1);
  }
  return steps;
}

function valueIn(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return node.kind === 'object'
    ? node.members.find(({ key }) => key.value === name)?.value
    : undefined;
}

function nameIn(node: SyntaxNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  for (const name of naming) {
    const value = valueIn(node, name);
    if (value?.kind === 'string' && value.value !== '') return value.value;
  }
  return undefined;
}
