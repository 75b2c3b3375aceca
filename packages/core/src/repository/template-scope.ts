import type { SyntaxNode } from '@rolecall/policy';
import { digest } from './digest.ts';

/**
 * What an expression of a template stands for depends on what the template says of the names in it:
 * a parameter's default, a mapping, a condition, the name a resource is given.
 */
export interface TemplateScope {
  /** Changes with the expression and with every definition it rests on. */
  readonly identityOf: (expression: SyntaxNode) => string;
  readonly conditionIdentity: (name: string) => string;
}

const deepest = 100;

type Section = ReadonlyMap<string, SyntaxNode>;

interface Sections {
  readonly Parameters: Section;
  readonly Mappings: Section;
  readonly Conditions: Section;
  readonly Resources: Section;
}

export function templateScope(root: SyntaxNode): TemplateScope {
  const sections: Sections = {
    Parameters: sectionOf(root, 'Parameters'),
    Mappings: sectionOf(root, 'Mappings'),
    Conditions: sectionOf(root, 'Conditions'),
    Resources: sectionOf(root, 'Resources'),
  };
  const known = new Map<string, string>();
  let depth = 0;
  let wholeTemplate: string | undefined;
  const identify = (name: Reference): string => {
    const key = JSON.stringify([name.section, name.name, name.whole]);
    const found = known.get(key);
    if (found !== undefined) return found;
    // Definitions that rest on ever more others: all of the template is what they rest on.
    if (depth > deepest) {
      wholeTemplate ??= digest(canonicalNode(root));
      return wholeTemplate;
    }
    // Until it is known: a definition that rests on itself.
    known.set(key, 'itself');
    depth += 1;
    const definition = definitionOf(name, sections);
    const identity =
      definition === undefined
        ? 'undefined'
        : digest(
            JSON.stringify([
              canonicalNode(definition),
              referencesIn(definition, sections).map(identify),
            ]),
          );
    depth -= 1;
    known.set(key, identity);
    return identity;
  };
  return {
    identityOf: (expression) =>
      digest(
        JSON.stringify([
          canonicalNode(expression),
          referencesIn(expression, sections).map(identify),
        ]),
      ),
    conditionIdentity: (name) =>
      `${name} ${identify({ section: 'Conditions', name, whole: true })}`,
  };
}

function sectionOf(root: SyntaxNode, name: string): Section {
  const section = root.kind === 'object' ? memberValue(root, name) : undefined;
  if (section?.kind !== 'object') return new Map();
  return new Map(section.members.map(({ key, value }) => [key.value, value]));
}

function memberValue(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return node.kind === 'object'
    ? node.members.find(({ key }) => key.value === name)?.value
    : undefined;
}

interface Reference {
  readonly section: keyof Sections;
  readonly name: string;
  /** Whether more than the name of a resource is asked for. */
  readonly whole: boolean;
}

/** The definition, reduced to what bears on the value. */
function definitionOf(
  { section, name, whole }: Reference,
  sections: Sections,
): SyntaxNode | undefined {
  const definition = sections[section].get(name);
  if (definition?.kind !== 'object') return definition;
  if (section === 'Parameters') return keep(definition, (key) => key !== 'Description');
  if (section !== 'Resources' || whole) return definition;
  const type = memberValue(definition, 'Type');
  const isNative =
    type?.kind === 'string' &&
    /^AWS::(?!CloudFormation::)/.test(type.value) &&
    !definition.members.some(({ key }) => key.value.startsWith('Fn::'));
  if (!isNative) return definition;
  const naming = { ...definition, members: [] };
  const properties = memberValue(definition, 'Properties');
  return {
    ...naming,
    members: definition.members.flatMap(({ key, value }) => {
      if (key.value === 'Type') return [{ key, value }];
      if (key.value !== 'Properties' || properties?.kind !== 'object') return [];
      return [
        { key, value: keep(properties, (one) => /name|path|identifier|alias|^Fn::/i.test(one)) },
      ];
    }),
  };
}

function keep(node: SyntaxNode, wanted: (key: string) => boolean): SyntaxNode {
  if (node.kind !== 'object') return node;
  return { ...node, members: node.members.filter(({ key }) => wanted(key.value)) };
}

/** In the order of the text. */
function referencesIn(root: SyntaxNode, sections: Sections): readonly Reference[] {
  const found = new Map<string, Reference>();
  const add = (section: keyof Sections, name: string, whole: boolean) => {
    if (sections[section].has(name))
      found.set(`${section} ${name} ${whole}`, { section, name, whole });
  };
  const addName = (name: string) => {
    const [first = '', ...rest] = name.split('.');
    const attribute = rest.join('.');
    add('Parameters', name, true);
    add(
      'Resources',
      first,
      attribute !== '' && !/(?:^|\.)[A-Za-z]*(?:Arn|Id|Name)$/.test(attribute),
    );
  };
  const visit = (node: SyntaxNode): void => {
    if (node.kind === 'array') for (const item of node.items) visit(item);
    if (node.kind !== 'object') return;
    for (const { key, value } of node.members) {
      if (key.value === 'Ref' && value.kind === 'string') addName(value.value);
      if (key.value === 'Fn::GetAtt') addName(pathText(value));
      if (key.value === 'Fn::Sub') for (const name of namesInSub(value)) addName(name);
      if (key.value === 'Fn::FindInMap' && value.kind === 'array') {
        const [map] = value.items;
        if (map?.kind === 'string') add('Mappings', map.value, true);
        else for (const name of sections.Mappings.keys()) add('Mappings', name, true);
      }
      if (key.value === 'Condition' && value.kind === 'string')
        add('Conditions', value.value, true);
      if (key.value === 'Fn::If' && value.kind === 'array' && value.items[0]?.kind === 'string')
        add('Conditions', value.items[0].value, true);
      visit(value);
    }
  };
  visit(root);
  return [...found.values()];
}

/** `Table.Arn` of `Table.Arn` and `["Table", "Arn"]`. */
export function pathText(node: SyntaxNode): string {
  if (node.kind === 'string') return node.value;
  if (node.kind !== 'array') return '';
  return node.items.map((item) => (item.kind === 'string' ? item.value : '?')).join('.');
}

export const subName = /\$\{([^!}][^}]*)\}/g;

function namesInSub(node: SyntaxNode): readonly string[] {
  const text = node.kind === 'array' ? node.items[0] : node;
  if (text?.kind !== 'string') return [];
  return [...text.value.matchAll(subName)].map(([, name = '']) => name.trim());
}

/** One text for one expression; the order of members is left out. */
export function canonicalNode(node: SyntaxNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members
        .map(({ key, value }) => `${JSON.stringify(key.value)}:${canonicalNode(value)}`)
        .sort()
        .join(',')}}`;
    case 'array':
      return `[${node.items.map(canonicalNode).join(',')}]`;
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
    case 'hole':
      return `${node.kind}(${node.text})`;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    default:
      return node satisfies never;
  }
}
