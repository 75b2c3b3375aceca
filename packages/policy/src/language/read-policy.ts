import { parseJson } from '../text/parse-json.ts';
import { positionsOf } from '../text/position.ts';
import { memberOf, type ObjectNode, type SyntaxNode } from '../text/syntax-tree.ts';
import { treeOfValue } from '../text/tree-of-value.ts';
import { parseConditionOperator } from './condition-operator.ts';
import type {
  Condition,
  PatternElement,
  Policy,
  PrincipalElement,
  PrincipalEntry,
  PrincipalKind,
  Statement,
} from './policy.ts';

/** Why a document is no policy: the first fault, in words, and where (line from 1, column from 0). */
export class PolicyFormatError extends Error {
  override readonly name = 'PolicyFormatError';
  readonly fault: PolicyFault;

  constructor(fault: PolicyFault, options?: ErrorOptions) {
    super(
      fault.line === undefined
        ? fault.message
        : `${fault.message} (line ${fault.line}, column ${fault.column ?? 0})`,
      options,
    );
    this.fault = fault;
  }
}

export interface PolicyFault {
  readonly message: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** A policy as text, as a parsed document, or read already. */
export type PolicySource = string | Policy | object;

/**
 * Reads a policy for evaluation and comparison. What is unclear is refused rather than guessed:
 * unknown elements, keys written twice, values of the wrong type, unknown operators.
 * @throws PolicyFormatError
 */
export function readPolicy(source: PolicySource): Policy {
  if (typeof source !== 'string') return readDocument(source);
  const parsed = parseJson(source);
  const positionAt = positionsOf(source);
  if (!parsed.ok) {
    const { line, column } = positionAt(parsed.fault.offset);
    throw new PolicyFormatError({ message: parsed.fault.message, line, column });
  }
  try {
    return policyOf(parsed.tree.root);
  } catch (error) {
    if (!(error instanceof FormatFault)) throw error;
    const { line, column } = positionAt(error.node.start);
    throw new PolicyFormatError({ message: error.message, line, column }, { cause: error });
  }
}

const readAlready = new WeakSet<object>();

/** A policy of statements that were read before; they keep their numbers. */
export function assemblePolicy(policy: Policy): Policy {
  readAlready.add(policy);
  return policy;
}

function readDocument(document: object): Policy {
  if (isPolicy(document)) return document;
  const tree = treeOfValue(document);
  try {
    if (tree === undefined) throw new FormatFault('The document is not JSON.', nullNode);
    return policyOf(tree);
  } catch (error) {
    if (!(error instanceof FormatFault)) throw error;
    const fault = { message: error.message, line: undefined, column: undefined };
    throw new PolicyFormatError(fault, { cause: error });
  }
}

function isPolicy(document: object): document is Policy {
  return readAlready.has(document);
}

/**
 * The policy in a tree of JSON or YAML.
 * @throws FormatFault
 */
export function policyOf(root: SyntaxNode): Policy {
  const document = objectOf(root, 'A policy', policyElements);
  const version = versionOf(memberOf(document, 'Version'));
  const statement = memberOf(document, 'Statement');
  if (statement === undefined) throw new FormatFault('The policy has no Statement.', root);
  const nodes = statement.kind === 'array' ? statement.items : [statement];
  return assemblePolicy({ version, statements: nodes.map(statementOf) });
}

/** Where in the tree a document stops being a policy. */
export class FormatFault extends Error {
  readonly node: SyntaxNode;
  constructor(message: string, node: SyntaxNode) {
    super(message);
    this.node = node;
  }
}

const nullNode: SyntaxNode = { kind: 'null', start: 0, end: 0 };
const policyElements = new Set(['Version', 'Id', 'Statement']);
const statementElements = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

function versionOf(node: SyntaxNode | undefined): Policy['version'] {
  if (node === undefined) return '2008-10-17';
  const version = textOf(node, 'Version');
  if (version === '2008-10-17' || version === '2012-10-17') return version;
  throw new FormatFault('Version is neither 2012-10-17 nor 2008-10-17.', node);
}

function statementOf(node: SyntaxNode, index: number): Statement {
  const statement = objectOf(node, 'A statement', statementElements);
  const effect = memberOf(statement, 'Effect');
  const sid = memberOf(statement, 'Sid');
  const action = patternsOf(statement, 'Action', 'NotAction');
  if (action === undefined)
    throw new FormatFault('The statement has neither Action nor NotAction.', node);
  return {
    index,
    sid: sid && textOf(sid, 'Sid'),
    effect: effectOf(effect, node),
    principal: principalOf(statement),
    action,
    resource: patternsOf(statement, 'Resource', 'NotResource'),
    conditions: conditionsOf(memberOf(statement, 'Condition')),
  };
}

function effectOf(node: SyntaxNode | undefined, statement: SyntaxNode): Statement['effect'] {
  if (node === undefined) throw new FormatFault('The statement has no Effect.', statement);
  const effect = textOf(node, 'Effect');
  if (effect === 'Allow' || effect === 'Deny') return effect;
  throw new FormatFault('Effect is neither Allow nor Deny.', node);
}

function patternsOf(
  statement: ObjectNode,
  name: 'Action' | 'Resource',
  notName: 'NotAction' | 'NotResource',
): PatternElement | undefined {
  const found = oneOf(statement, name, notName);
  return found && { negated: found.negated, patterns: textsOf(found.node, found.name) };
}

/** The element or its `Not` form; having both is refused. */
function oneOf(statement: ObjectNode, name: string, notName: string) {
  const plain = memberOf(statement, name);
  const negated = memberOf(statement, notName);
  if (plain !== undefined && negated !== undefined)
    throw new FormatFault(`The statement has both ${name} and ${notName}.`, negated);
  if (plain !== undefined) return { node: plain, negated: false, name };
  if (negated !== undefined) return { node: negated, negated: true, name: notName };
  return undefined;
}

const principalKinds: readonly PrincipalKind[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function principalOf(statement: ObjectNode): PrincipalElement | undefined {
  const found = oneOf(statement, 'Principal', 'NotPrincipal');
  if (found === undefined) return undefined;
  return { negated: found.negated, principals: principalsOf(found.node, found.name) };
}

function principalsOf(node: SyntaxNode, name: string): readonly PrincipalEntry[] {
  if (node.kind === 'string') {
    if (node.value === '*') return [{ everyone: true }];
    throw new FormatFault(`${name} is a text other than "*".`, node);
  }
  const kinds = objectOf(node, name, new Set<string>(principalKinds));
  return kinds.members.flatMap(({ key, value }) => {
    const kind = principalKinds.find((known) => known === key.value) ?? 'AWS';
    return textsOf(value, `${name}.${key.value}`).map(
      (text): PrincipalEntry =>
        kind === 'AWS' && text === '*'
          ? { everyone: true }
          : { everyone: false, kind, value: text },
    );
  });
}

function conditionsOf(node: SyntaxNode | undefined): readonly Condition[] {
  if (node === undefined) return [];
  return objectOf(node, 'Condition').members.flatMap(({ key: operatorNode, value: keys }) => {
    const operator = parseConditionOperator(operatorNode.value);
    if (operator === undefined)
      throw new FormatFault(`"${operatorNode.value}" is no condition operator.`, operatorNode);
    return objectOf(keys, operatorNode.value).members.map(({ key, value }) => ({
      operator,
      key: key.value,
      values: scalarsOf(value, key.value),
    }));
  });
}

function textsOf(node: SyntaxNode, name: string): readonly string[] {
  return (node.kind === 'array' ? node.items : [node]).map((item) => textOf(item, name));
}

function textOf(node: SyntaxNode, name: string): string {
  if (node.kind === 'string') return node.value;
  throw new FormatFault(`${name} has to be a text.`, node);
}

function scalarsOf(node: SyntaxNode, name: string): readonly string[] {
  return (node.kind === 'array' ? node.items : [node]).map((item) => scalarOf(item, name));
}

/** `true` and `"true"`, `5` and `"5"` are the same to IAM. */
function scalarOf(node: SyntaxNode, name: string): string {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    default:
      throw new FormatFault(`The values of ${name} have to be texts, numbers or booleans.`, node);
  }
}

function objectOf(node: SyntaxNode, what: string, known?: ReadonlySet<string>): ObjectNode {
  if (node.kind !== 'object') throw new FormatFault(`${what} has to be an object.`, node);
  const seen = new Set<string>();
  for (const { key } of node.members) {
    if (seen.has(key.value)) throw new FormatFault(`"${key.value}" stands here twice.`, key);
    if (known !== undefined && !known.has(key.value))
      throw new FormatFault(`"${key.value}" is no element of ${what.toLowerCase()}.`, key);
    seen.add(key.value);
  }
  return node;
}
