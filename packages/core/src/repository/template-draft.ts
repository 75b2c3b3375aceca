import type { SyntaxNode } from '@rolecall/policy';
import { type Draft, draftOfParts, partsOf, type TextPart, type Unknown } from './draft.ts';
import { canonicalNode, pathText, subName, type TemplateScope } from './template-scope.ts';

/** A value of a template; its intrinsic functions become what is known of them. */
export function templateDraft(node: SyntaxNode, scope: TemplateScope): Draft {
  switch (node.kind) {
    case 'object':
      return intrinsicOf(node, scope) ?? objectOf(node, scope);
    case 'array':
      return { ...node, items: node.items.map((item) => templateDraft(item, scope)) };
    case 'string':
      return draftOfParts(dynamicParts(node.value), node);
    case 'hole':
      return unknownOf(node, node.text, scope);
    default:
      return node;
  }
}

type ObjectNode = Extract<SyntaxNode, { kind: 'object' }>;

function objectOf(node: ObjectNode, scope: TemplateScope): Draft {
  const { start, end } = node;
  // A macro, a loop, a function beside other members: anything may come of it.
  if (node.members.some(({ key }) => key.value.startsWith('Fn::')))
    return unknownOf(node, 'Fn::Transform', scope);
  const members = node.members.map(({ key, value }) => ({
    key,
    value: templateDraft(value, scope),
  }));
  return { kind: 'object', members, start, end };
}

/** `undefined`: the object is no intrinsic function. */
function intrinsicOf(node: ObjectNode, scope: TemplateScope): Draft | undefined {
  const [only, second] = node.members;
  if (only === undefined || second !== undefined) return undefined;
  const { key, value } = only;
  switch (key.value) {
    case 'Ref':
      return value.kind === 'string' ? referenceOf(value.value, node, scope) : undefined;
    case 'Fn::GetAtt':
      return unknownOf(node, pathText(value), scope);
    case 'Fn::Sub':
      return substitutionOf(value, node, scope);
    case 'Fn::Join':
      return joinOf(value, node, scope) ?? unknownOf(node, 'Fn::Join', scope);
    case 'Fn::If':
      return choiceOf(value, node, scope);
    case 'Fn::ToJsonString':
      return templateDraft(value, scope);
    default:
      return key.value.startsWith('Fn::')
        ? unknownOf(node, shownFunction(key.value, value), scope)
        : undefined;
  }
}

function shownFunction(name: string, value: SyntaxNode): string {
  const path = pathText(value);
  return path === '' || path.includes('?') ? name : `${name} ${path}`;
}

const plainPseudo = new Set([
  'AWS::AccountId',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

function referenceOf(name: string, node: SyntaxNode, scope: TemplateScope): Draft {
  const { start, end } = node;
  if (name === 'AWS::NoValue') return { kind: 'absent', start, end };
  return { kind: 'unknown', unknown: namedUnknown(name, scope), start, end };
}

const nowhere = { start: 0, end: 0 };

/** `${Table.Arn}` is `!GetAtt Table.Arn`, `${Table}` is `!Ref Table`: one identity for both. */
function namedUnknown(name: string, scope: TemplateScope): Unknown {
  if (plainPseudo.has(name)) return { name, identity: name, plain: true };
  const text = (value: string) => ({ kind: 'string' as const, value, ...nowhere });
  const key = text(name.includes('.') ? 'Fn::GetAtt' : 'Ref');
  const expression = {
    kind: 'object' as const,
    members: [{ key, value: text(name) }],
    ...nowhere,
  };
  return { name, identity: scope.identityOf(expression), plain: false };
}

function unknownOf(node: SyntaxNode, name: string, scope: TemplateScope): Draft {
  const { start, end } = node;
  const isAttribute =
    node.kind === 'object' &&
    node.members.length === 1 &&
    node.members[0]?.key.value === 'Fn::GetAtt';
  const unknown =
    isAttribute && name !== ''
      ? namedUnknown(name, scope)
      : { name: name === '' ? 'value' : name, identity: scope.identityOf(node), plain: false };
  return { kind: 'unknown', unknown, start, end };
}

function substitutionOf(value: SyntaxNode, node: SyntaxNode, scope: TemplateScope): Draft {
  const [text, values] = value.kind === 'array' ? value.items : [value];
  if (text?.kind !== 'string' || (values !== undefined && values.kind !== 'object'))
    return unknownOf(node, 'Fn::Sub', scope);
  const given = new Map(values?.members.map((member) => [member.key.value, member.value]));
  const parts: TextPart[] = [];
  let from = 0;
  for (const found of text.value.matchAll(subName)) {
    parts.push(...literalParts(text.value.slice(from, found.index)));
    from = found.index + found[0].length;
    const name = (found[1] ?? '').trim();
    const own = given.get(name);
    parts.push(
      ...(own === undefined ? [namedUnknown(name, scope)] : inText(own, scope, `value ${name}`)),
    );
  }
  parts.push(...literalParts(text.value.slice(from)));
  return draftOfParts(parts, node);
}

function literalParts(text: string): readonly TextPart[] {
  return dynamicParts(text.replaceAll(/\$\{!([^}]*)\}/g, '${$1}'));
}

/** A value put into a text. A list or a choice stays one unknown. */
function inText(node: SyntaxNode, scope: TemplateScope, name: string): readonly TextPart[] {
  const draft = templateDraft(node, scope);
  const parts = partsOf(draft);
  if (parts !== undefined) return parts;
  if (draft.kind === 'number') return [draft.text];
  return [{ name, identity: scope.identityOf(node), plain: false }];
}

/** `undefined`: what is joined is not written out. */
function joinOf(value: SyntaxNode, node: SyntaxNode, scope: TemplateScope): Draft | undefined {
  if (value.kind !== 'array') return undefined;
  const [delimiter, list] = value.items;
  if (delimiter?.kind !== 'string' || list?.kind !== 'array') return undefined;
  const parts = list.items.flatMap((item, index) => [
    ...(index === 0 ? [] : [delimiter.value]),
    ...inText(item, scope, canonicalNode(item).length < 60 ? canonicalNode(item) : 'value'),
  ]);
  return draftOfParts(parts, node);
}

function choiceOf(value: SyntaxNode, node: SyntaxNode, scope: TemplateScope): Draft {
  const [name, then, otherwise] = value.kind === 'array' ? value.items : [];
  if (name?.kind !== 'string' || then === undefined || otherwise === undefined)
    return unknownOf(node, 'Fn::If', scope);
  const { start, end } = node;
  return {
    kind: 'choice',
    condition: conditionOf(name.value, scope),
    whenTrue: templateDraft(then, scope),
    whenFalse: templateDraft(otherwise, scope),
    start,
    end,
  };
}

export function conditionOf(name: string, scope: TemplateScope): Unknown {
  return { name, identity: scope.conditionIdentity(name), plain: false };
}

/** Values that CloudFormation looks up while it deploys: `{{resolve:ssm:/app/bucket}}`. */
function dynamicParts(text: string): readonly TextPart[] {
  if (!text.includes('{{resolve:')) return [text];
  const parts: TextPart[] = [];
  let from = 0;
  for (const found of text.matchAll(/\{\{resolve:([^}]*)\}\}/g)) {
    const name = found[1] ?? '';
    parts.push(text.slice(from, found.index), {
      name: `resolve:${name}`,
      identity: found[0],
      plain: false,
    });
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}
