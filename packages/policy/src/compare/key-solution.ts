import type { KeyType } from '../actions/action-data.ts';
import { type Budget, spend } from './budget.ts';
import type { KeyLiteral } from './key-literal.ts';
import { compilePattern } from './pattern.ts';
import type { TextSet } from './text-set.ts';
import { solveTexts, textSet } from './text-set.ts';
import { everyValue, hasValue, junk, probesOf, sizeOf, type ValueSet } from './value-set.ts';

/** What is known of a context key beside the policies. */
export interface KeyFacts {
  /** May a request have more than one value for it? */
  readonly multivalued: boolean;
  /** Limits what its values can be; `undefined`: any text. */
  readonly type: KeyType | undefined;
}

/** Values of one key for which all literals are true. */
export type KeySolution =
  | { readonly kind: 'empty' }
  /** `values: []`: without the key. `exact: false`: not proven, for variables were in the way. */
  | { readonly kind: 'values'; readonly values: readonly string[]; readonly exact: boolean };

/**
 * "Empty" is certain. Prefers a request without the key.
 * @throws BudgetExceeded
 */
export function solveKey(
  literals: readonly KeyLiteral[],
  facts: KeyFacts,
  budget: Budget,
): KeySolution {
  if (literals.every(({ absent }) => absent)) return { kind: 'values', values: [], exact: true };
  const all = literals.filter(({ quantity }) => quantity === 'all');
  const some = literals.filter(({ quantity }) => quantity === 'some');
  const groups =
    facts.multivalued && some.length > 0 ? some.map((one) => [...all, one]) : [literals];
  const values: string[] = [];
  let exact = true;
  for (const group of groups) {
    const found = solveValue(group, facts.type, budget);
    if (found === undefined) return { kind: 'empty' };
    if (!values.includes(found.value)) values.push(found.value);
    exact &&= found.exact;
  }
  return { kind: 'values', values, exact };
}

/** One value that is in, or outside, each literal's set. */
function solveValue(literals: readonly KeyLiteral[], type: KeyType | undefined, budget: Budget) {
  const texts = literals.filter(({ set }) => set.family === 'text');
  const others = literals.filter(({ set }) => set.family !== 'text');
  const found = others.length === 0 && !isBool(type) ? solveText(texts, budget) : undefined;
  if (others.length === 0 && !isBool(type)) return found;
  // Where variables are in the way, no single value shows that.
  if (texts.length > 0 && solveText(texts, budget) === undefined) return undefined;
  const candidates = candidatesOf(
    literals.map(({ set }) => set),
    type,
  );
  let open: string | undefined;
  for (const value of candidates) {
    const verdict = judge(literals, value, budget);
    if (verdict === true) return { value, exact: true };
    if (verdict === undefined) open ??= value;
  }
  if (open !== undefined) return { value: open, exact: false };
  return provenEmpty(texts, others, type, budget) ? undefined : { value: junk, exact: false };
}

/**
 * Probes are complete within one family. Across families (a key compared as text and as a number)
 * only a family that is empty by itself proves that nothing is left.
 */
function provenEmpty(
  texts: readonly KeyLiteral[],
  others: readonly KeyLiteral[],
  type: KeyType | undefined,
  budget: Budget,
): boolean {
  if (type === 'Bool') return true;
  if (texts.length === 0) {
    const families = new Set(others.map(({ set }) => set.family));
    return [...families].some((family) => {
      const same = others.filter(({ set }) => set.family === family);
      const probes = candidatesOf(
        same.map(({ set }) => set),
        type,
      );
      return probes.every((value) => judge(same, value, budget) === false);
    });
  }
  return (
    solveText(texts, budget) === undefined ||
    (others.length > 0 && provenEmpty([], others, type, budget))
  );
}

function solveText(literals: readonly KeyLiteral[], budget: Budget) {
  const inside: TextSet[] = [];
  const outside: TextSet[] = [];
  for (const literal of literals) {
    if (literal.set.family !== 'text') continue;
    (literal.inside ? inside : outside).push(literal.set.texts);
  }
  const found = solveTexts(inside, outside, budget);
  if (found.kind === 'empty') return undefined;
  // An empty value is as good as none to some readers: another is shown where there is one.
  const longer = found.text === '' ? solveTexts([...inside, notEmpty], outside, budget) : found;
  const { text, exact } = longer.kind === 'empty' ? found : longer;
  return { value: text, exact };
}

const notEmpty = textSet('not empty', [
  compilePattern('?*', { wildcards: true, fold: false, arn: false, variables: false }),
]);

function candidatesOf(sets: readonly ValueSet[], type: KeyType | undefined): readonly string[] {
  if (type === 'Bool') return ['true', 'false'];
  return typed(sets, type) ? probesOf(sets) : [junk, ...probesOf(sets)];
}

const familyOfType = { Numeric: 'number', Date: 'date', IpAddress: 'address' } as const;

/** Whether the key's values are of one form only, and all sets are of that form. */
function typed(sets: readonly ValueSet[], type: KeyType | undefined): boolean {
  if (type !== 'Numeric' && type !== 'Date' && type !== 'IpAddress') return false;
  return sets.every((set) => set.family === familyOfType[type] || set === everyValue);
}

function isBool(type: KeyType | undefined): boolean {
  return type === 'Bool';
}

function judge(
  literals: readonly KeyLiteral[],
  value: string,
  budget: Budget,
): boolean | undefined {
  let verdict: boolean | undefined = true;
  for (const { set, inside } of literals) {
    spend(budget, 1 + sizeOf(set) / 16);
    const has = hasValue(set, value);
    if (has === undefined) verdict = undefined;
    else if (has !== inside) return false;
  }
  return verdict;
}
