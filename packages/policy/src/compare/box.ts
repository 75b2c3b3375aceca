import type { PatternElement, Policy, Statement } from '../language/policy.ts';
import { perObject } from '../per-object.ts';
import { type KeyLiteral, keyAlternatives } from './key-literal.ts';
import { compilePattern, fieldCount, isStars, type Pattern } from './pattern.ts';
import type { PrincipalCandidate } from './principal-candidates.ts';
import { principalsOf } from './principal-literal.ts';
import type { Reading } from './reading.ts';
import { type TextSet, textSet } from './text-set.ts';

/** A text inside a set, or outside it. */
export interface TextLiteral {
  readonly id: string;
  readonly set: TextSet;
  readonly inside: boolean;
}

/** A statement, or a part of it, as the requests it speaks of: all of its literals hold. */
export interface Box {
  readonly statement: StatementRef;
  readonly effect: Statement['effect'];
  /** Candidates, one bit each. */
  readonly principals: bigint;
  readonly action: TextLiteral;
  /** `undefined`: any resource. */
  readonly resource: TextLiteral | undefined;
  readonly keys: readonly KeyLiteral[];
}

/** Which statement of which document. */
export interface StatementRef {
  /** Place among the documents of its side, from 0. */
  readonly policy: number;
  /** Place among the document's statements, from 0. */
  readonly statement: number;
  readonly sid: string | undefined;
}

export interface BoxContext {
  readonly candidates: readonly PrincipalCandidate[];
  readonly reading: Reading;
  readonly side: 'old' | 'new';
  /** Entries of `Principal` and `NotPrincipal` with wildcards that both sides write. */
  readonly sharedEntries: ReadonlySet<string>;
}

/** Each statement is the union of its boxes; mostly there is one. */
export function boxesOf(policy: Policy, at: number, context: BoxContext): readonly Box[] {
  const variables = policy.version === '2012-10-17';
  return policy.statements.flatMap((statement) => boxesOfOne(statement, at, variables, context));
}

function boxesOfOne(
  statement: Statement,
  policy: number,
  variables: boolean,
  context: BoxContext,
): readonly Box[] {
  const { reading } = context;
  const { index, sid, effect, resource, conditions } = statement;
  const whole = {
    statement: { policy, statement: index, sid },
    effect,
    principals: principalsOf(statement, context),
    action: actionLiteral(statement.action),
    resource: resource && resourceLiteral(resource, variables, reading),
  };
  return keyAlternatives(conditions, { variables, ...reading }).map((keys) => ({ ...whole, keys }));
}

/**
 * Actions are compared in lower case; `*:*` is what `*` is. Worked out once, as a policy with
 * thousands of actions is that of many principals.
 */
const actionLiteral = perObject(({ negated, patterns }: PatternElement): TextLiteral => {
  const compiled = patterns.map(compileAction);
  return textLiteral(textSet('action', compiled), !negated);
});

export function compileAction(action: string): Pattern {
  const lower = action.toLowerCase();
  return compilePattern(lower === '*:*' ? '*' : lower, {
    wildcards: true,
    fold: false,
    arn: false,
    variables: false,
  });
}

const resourceLiterals = perObject((_: PatternElement) => new Map<string, TextLiteral>());

function resourceLiteral(
  element: PatternElement,
  variables: boolean,
  reading: Reading,
): TextLiteral {
  const kind = `resource${variables ? '' : '-'}${reading.shortArns}`;
  const known = resourceLiterals(element).get(kind);
  if (known !== undefined) return known;
  const { negated, patterns } = element;
  const compiled = patterns.map((text) => compileResource(text, { variables, ...reading }));
  const literal = textLiteral(textSet(kind, compiled), !negated);
  resourceLiterals(element).set(kind, literal);
  return literal;
}

function compileResource(
  text: string,
  { variables, shortArns }: { readonly variables: boolean } & Pick<Reading, 'shortArns'>,
): Pattern {
  const missing = 6 - fieldCount(text, variables);
  const plain = isStars(text) || (missing > 0 && shortArns === 'glob');
  const full = plain ? text : `${text}${':*'.repeat(Math.max(missing, 0))}`;
  const pattern = compilePattern(full, { wildcards: true, fold: false, arn: !plain, variables });
  return { ...pattern, text };
}

export function textLiteral(set: TextSet, inside: boolean): TextLiteral {
  return { id: `${inside ? '' : '!'}${set.id}`, set, inside };
}
