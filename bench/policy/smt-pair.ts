import {
  asList,
  canonicalJson,
  type OneOrMany,
  type PolicyDocument,
  type PolicyStatement,
  statementsOf,
} from '@rolecall/policy';
import { fieldwiseArn, glob, negate, union } from './smt-pattern.ts';

/**
 * "The new policy allows a request that the old one does not", in SMT-LIB: an action and a resource
 * as strings, pattern lists as regular expressions, every condition as one Boolean of its own.
 * `undefined` for what this cannot say: policy variables, principals, ARNs of fewer than six fields.
 */
export function smtOfPair(old: PolicyDocument, next: PolicyDocument): string | undefined {
  const documents = [old, next];
  if (!documents.every((document) => statementsOf(document).every(isSayable))) return undefined;
  const conditions = new Map<string, string>();
  const allowed = documents.map((document) => allows(document, conditions));
  return [
    '(declare-const action String)',
    '(declare-const resource String)',
    ...[...conditions.values()].map((name) => `(declare-const ${name} Bool)`),
    `(assert ${allowed[1]})`,
    `(assert (not ${allowed[0]}))`,
  ].join('\n');
}

export function hasConditions(document: PolicyDocument): boolean {
  return statementsOf(document).some(({ Condition }) => Condition !== undefined);
}

function isSayable(statement: PolicyStatement): boolean {
  const { Principal, NotPrincipal, Resource, NotResource } = statement;
  if (Principal !== undefined || NotPrincipal !== undefined) return false;
  if (JSON.stringify(statement).includes('${')) return false;
  return [...asList(Resource), ...asList(NotResource)].every(
    (text) => text === '*' || text.split(':').length >= 6,
  );
}

function allows(document: PolicyDocument, conditions: Map<string, string>): string {
  const of = (effect: string) =>
    statementsOf(document)
      .filter(({ Effect }) => Effect === effect)
      .map((statement) => matches(statement, conditions));
  return `(and ${any(of('Allow'))} (not ${any(of('Deny'))}))`;
}

function matches(statement: PolicyStatement, conditions: Map<string, string>): string {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  return all([
    member('action', Action, NotAction, (text) => glob(text.toLowerCase())),
    member('resource', Resource, NotResource, (text) =>
      text === '*' ? glob(text) : fieldwiseArn(text),
    ),
    ...Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => {
        const id = canonicalJson([operator, key.toLowerCase(), values]);
        const name = conditions.get(id) ?? `condition${conditions.size}`;
        conditions.set(id, name);
        return name;
      }),
    ),
  ]);
}

function member(
  variable: string,
  included: OneOrMany | undefined,
  excluded: OneOrMany | undefined,
  regexOf: (pattern: string) => string,
): string {
  const patterns = union(asList(included ?? excluded).map(regexOf));
  return `(str.in_re ${variable} ${included === undefined ? negate(patterns) : patterns})`;
}

function all(formulas: readonly string[]): string {
  return formulas.length === 0 ? 'true' : `(and ${formulas.join(' ')})`;
}

function any(formulas: readonly string[]): string {
  return formulas.length === 0 ? 'false' : `(or ${formulas.join(' ')})`;
}
