import { type Budget, spend } from './budget.ts';
import {
  any,
  anyInField,
  colon,
  foldUnit,
  one,
  oneInField,
  type Pattern,
  type Step,
} from './pattern.ts';

/**
 * Whether `outer` matches all that `inner` matches, whatever the values of variables are: a variable
 * is covered by itself, by itself with a default, and by `*`. A `true` is certain; a `false` may be wrong where several stars
 * interact.
 */
export function covers(outer: Pattern, inner: Pattern, budget: Budget): boolean {
  if (outer.steps.length === 1 && outer.steps[0] === any) return true;
  if (outer.exact && inner.exact)
    return outer.steps.length === inner.steps.length && sameSteps(outer, inner);
  if (outer.fold !== inner.fold && !outer.fold) return foldedCoveredByExact(outer, inner, budget);
  if (clashes(outer, inner)) return false;
  return coversBySteps(outer, inner, budget);
}

/** A pattern that folds case is covered by one that does not only where no letter or variable is. */
function foldedCoveredByExact(outer: Pattern, inner: Pattern, budget: Budget): boolean {
  const cased = inner.steps.some(
    (step) => typeof step !== 'number' || (step >= 0 && hasCase(step)),
  );
  return !cased && coversBySteps(outer, { ...inner, fold: false }, budget);
}

function hasCase(code: number): boolean {
  const letter = String.fromCharCode(code);
  return letter.toLowerCase() !== letter.toUpperCase();
}

function sameSteps(a: Pattern, b: Pattern): boolean {
  return a.steps.every((step, at) => step === b.steps[at]);
}

/** Row i of the table: can outer[0..i) cover inner[0..j)? */
function coversBySteps(outer: Pattern, inner: Pattern, budget: Budget): boolean {
  const width = inner.steps.length + 1;
  spend(budget, 1 + (outer.steps.length * width) / 64);
  let row = new Uint8Array(width);
  row[0] = 1;
  for (const step of outer.steps) {
    const next = new Uint8Array(width);
    const star = step === any || step === anyInField;
    if (star) next[0] = row[0] ?? 0;
    for (let j = 1; j < width; j++) {
      const other = inner.steps[j - 1] ?? any;
      const ok = star
        ? row[j] === 1 || (next[j - 1] === 1 && starCovers(step, other))
        : row[j - 1] === 1 && stepCovers(step, other, outer.fold);
      if (ok) next[j] = 1;
    }
    row = next;
  }
  return row[width - 1] === 1;
}

function starCovers(star: Step, other: Step): boolean {
  if (star === any) return true;
  if (typeof other !== 'number') return other.inField;
  return other !== colon && other !== any && other !== one;
}

function stepCovers(step: Step, other: Step, fold: boolean): boolean {
  if (typeof step !== 'number')
    return (
      typeof other !== 'number' &&
      step.inField === other.inField &&
      (step.token === other.token || (step.key === other.key && other.fallback === undefined))
    );
  if (typeof other !== 'number') return false;
  if (step === one) return other >= 0 || other === one || other === oneInField;
  if (step === oneInField) return (other >= 0 && other !== colon) || other === oneInField;
  return step === other || (fold && step >= 0 && other >= 0 && foldUnit(step) === foldUnit(other));
}

/** Whether the two certainly have no text in common: their fixed beginnings or ends differ. */
export function clashes(a: Pattern, b: Pattern): boolean {
  const fold = a.fold || b.fold;
  const length = Math.min(a.steps.length, b.steps.length);
  for (let at = 0; at < length; at++) {
    const verdict = compareSteps(a.steps[at], b.steps[at], fold);
    if (verdict === 'clash') return true;
    if (verdict === 'open') break;
  }
  for (let back = 1; back <= length; back++) {
    const verdict = compareSteps(a.steps.at(-back), b.steps.at(-back), fold);
    if (verdict === 'clash') return true;
    if (verdict === 'open') return false;
  }
  if (a.steps.length === b.steps.length) return false;
  const rest = a.steps.length > b.steps.length ? a : b;
  const shorter = rest === a ? b : a;
  return shorter.steps.every(isSingle) && rest.steps.filter(isSingle).length > shorter.steps.length;
}

function isSingle(step: Step): boolean {
  return typeof step === 'number' && step !== any && step !== anyInField;
}

function compareSteps(a: Step | undefined, b: Step | undefined, fold: boolean) {
  if (typeof a !== 'number' || typeof b !== 'number') return 'open';
  if (a === any || b === any || a === anyInField || b === anyInField) return 'open';
  if (a < 0 || b < 0) {
    const fixed = a >= 0 ? a : b;
    const wild = a >= 0 ? b : a;
    return fixed === colon && wild === oneInField ? 'clash' : 'same';
  }
  return a === b || (fold && foldUnit(a) === foldUnit(b)) ? 'same' : 'clash';
}
