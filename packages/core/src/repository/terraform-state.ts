import type { SyntaxNode } from '@rolecall/policy';
import { canonicalDraft, type Draft } from './draft.ts';
import type { RepositoryPolicy } from './repository-policy.ts';

/** A resource as it is, or as it would be. */
export interface TerraformResource {
  /** `module.app.aws_iam_role.this[0]`. */
  readonly address: string;
  readonly type: string;
  readonly values: Draft;
  /** The resources that an argument names in the configuration. */
  readonly referencesOf: (argument: string) => readonly string[];
  /** Whether the configuration gives the argument; `true` also where there is none to tell. */
  readonly isConfigured: (argument: string) => boolean;
}

export interface TerraformState {
  readonly side: RepositoryPolicy['side'];
  readonly resources: readonly TerraformResource[];
}

/** `terraform show -json` of a plan. */
export function isPlan(root: SyntaxNode): boolean {
  return (
    memberNode(root, 'format_version')?.kind === 'string' &&
    ['planned_values', 'resource_changes'].some((name) => memberNode(root, name) !== undefined)
  );
}

/**
 * The account before and after a plan. Without its changes, only after.
 * Source: Terraform documentation, "JSON Output Format", format version 1.
 */
export function statesOf(root: SyntaxNode): readonly TerraformState[] {
  const configuration = configurationOf(memberNode(root, 'configuration'));
  const changes = memberNode(root, 'resource_changes');
  if (changes?.kind !== 'array') {
    const resources = plannedResources(
      memberNode(memberNode(root, 'planned_values'), 'root_module'),
    );
    return [{ side: undefined, resources: resources.map((one) => placed(one, configuration)) }];
  }
  const managed = changes.items.filter((item) => textOf(item, 'mode') !== 'data');
  const stateOf = (side: 'before' | 'after'): TerraformState => ({
    side,
    resources: managed.flatMap((item) => {
      const change = memberNode(item, 'change');
      const address = textOf(item, 'address') ?? '';
      // Terraform forgets the resource; the account does not.
      const isForgotten = hasItem(memberNode(change, 'actions'), 'forget');
      const values = memberNode(change, isForgotten ? 'before' : side);
      if (values === undefined || values.kind === 'null') return [];
      const unknown =
        side === 'after' && !isForgotten ? memberNode(change, 'after_unknown') : undefined;
      const previous = textOf(item, 'previous_address');
      const about = configuration(address);
      return [
        {
          address,
          type: textOf(item, 'type') ?? '',
          values: valuesOf(values, unknown, `${previous ?? address} after`),
          ...about,
          isConfigured: (argument: string) =>
            about.isConfigured(argument) || isChanging(change, argument),
        },
      ];
    }),
  });
  return [stateOf('before'), stateOf('after')];
}

/**
 * Blocks that are made by `dynamic` do not stand in the configuration; that they change tells of
 * them. What a new resource has been given by nobody is unknown as a whole.
 */
function isChanging(change: SyntaxNode | undefined, argument: string): boolean {
  const before = memberNode(memberNode(change, 'before'), argument);
  const after = memberNode(memberNode(change, 'after'), argument);
  const unknown = memberNode(memberNode(change, 'after_unknown'), argument);
  const isNew = memberNode(change, 'before')?.kind === 'null';
  const isUnknown = unknown?.kind === 'boolean' && unknown.value;
  if (isNew && isUnknown) return false;
  const place = { start: 0, end: 0 };
  const nothing: SyntaxNode = { kind: 'null', ...place };
  const was = canonicalDraft(valuesOf(before ?? nothing, undefined, ''));
  return was !== canonicalDraft(valuesOf(after ?? nothing, unknown, ''));
}

type Configuration = (address: string) => Pick<TerraformResource, 'referencesOf' | 'isConfigured'>;

function plannedResources(module: SyntaxNode | undefined): readonly SyntaxNode[] {
  const resources = memberNode(module, 'resources');
  const children = memberNode(module, 'child_modules');
  return [
    ...(resources?.kind === 'array' ? resources.items : []),
    ...(children?.kind === 'array' ? children.items.flatMap(plannedResources) : []),
  ].filter((item) => textOf(item, 'mode') !== 'data');
}

function placed(node: SyntaxNode, configuration: Configuration): TerraformResource {
  const address = textOf(node, 'address') ?? '';
  const values = memberNode(node, 'values') ?? node;
  return {
    address,
    type: textOf(node, 'type') ?? '',
    values: valuesOf(values, undefined, `${address} planned`),
    ...configuration(address),
  };
}

/** What is unknown stands in a second tree, as `true` where the value would be. */
function valuesOf(node: SyntaxNode, unknown: SyntaxNode | undefined, path: string): Draft {
  const { start, end } = node;
  if (unknown?.kind === 'boolean' && unknown.value)
    return {
      kind: 'unknown',
      unknown: { name: 'known after apply', identity: path, plain: false },
      start,
      end,
    };
  if (node.kind === 'array')
    return {
      ...node,
      items: node.items.map((item, index) =>
        valuesOf(
          item,
          unknown?.kind === 'array' ? unknown.items[index] : undefined,
          `${path}.${index}`,
        ),
      ),
    };
  if (node.kind === 'hole') return { kind: 'null', start, end };
  if (node.kind !== 'object') return node;
  const known = node.members.map(({ key, value }) => ({
    key,
    value: valuesOf(value, memberNode(unknown, key.value), `${path}.${key.value}`),
  }));
  const names = new Set(node.members.map(({ key }) => key.value));
  const missing =
    unknown?.kind === 'object' ? unknown.members.filter(({ key }) => !names.has(key.value)) : [];
  const added = missing
    .filter(({ value }) => value.kind !== 'boolean' || value.value)
    .map(({ key }) => ({
      key: { ...key, start, end: start },
      value: valuesOf(
        { kind: 'null', start, end: start },
        { kind: 'boolean', value: true, start, end: start },
        `${path}.${key.value}`,
      ),
    }));
  return { kind: 'object', members: [...known, ...added], start, end };
}

/** What the configuration says of a resource; names in it are those of its module. */
function configurationOf(configuration: SyntaxNode | undefined): Configuration {
  const root = memberNode(configuration, 'root_module');
  return (address) => {
    const steps = withoutIndex(address).split('.');
    let module = root;
    const path: string[] = [];
    while (steps[0] === 'module' && steps[1] !== undefined) {
      const [, name = ''] = steps.splice(0, 2);
      path.push('module', name);
      module = memberNode(memberNode(memberNode(module, 'module_calls'), name), 'module');
    }
    const resources = memberNode(module, 'resources');
    const found =
      resources?.kind === 'array'
        ? resources.items.find((item) => textOf(item, 'address') === steps.join('.'))
        : undefined;
    const expressions = memberNode(found, 'expressions');
    return {
      isConfigured: (argument) =>
        found === undefined || memberNode(expressions, argument) !== undefined,
      referencesOf: (argument) => {
        const references = memberNode(memberNode(expressions, argument), 'references');
        if (references?.kind !== 'array') return [];
        return references.items.flatMap((item) =>
          item.kind === 'string' ? [[...path, item.value].join('.')] : [],
        );
      },
    };
  };
}

/** `module.app[0].aws_iam_role.this["a"]` without what tells instances apart. */
export function withoutIndex(address: string): string {
  return address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, '');
}

function hasItem(node: SyntaxNode | undefined, text: string): boolean {
  return (
    node?.kind === 'array' &&
    node.items.some((item) => item.kind === 'string' && item.value === text)
  );
}

function memberNode(node: SyntaxNode | undefined, name: string): SyntaxNode | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.find(({ key }) => key.value === name)?.value;
}

function textOf(node: SyntaxNode | undefined, name: string): string | undefined {
  const value = memberNode(node, name);
  return value?.kind === 'string' ? value.value : undefined;
}
