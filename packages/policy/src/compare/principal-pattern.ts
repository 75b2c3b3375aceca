import { type Budget, spend } from './budget.ts';
import { any, compilePattern, one, type Pattern, patternOf, type Step } from './pattern.ts';

/*
 * Entries of `Principal` with wildcards. A pattern stands for every entry it matches as a whole.
 * ARNs of principals have five colons, so that field by field would come to the same.
 */

export function hasWildcard(value: string): boolean {
  return /[*?]/.test(value);
}

export function compileEntry(value: string): Pattern {
  return compilePattern(value, { wildcards: true, fold: false, arn: false, variables: false });
}

/** What stands before the first wildcard: most entries can be told from a name by that. */
export function headOf(entry: string): string {
  const at = entry.search(/[*?]/);
  return at < 0 ? entry : entry.slice(0, at);
}

/**
 * What an entry still has to match after the beginning of a name: one pattern for each way.
 * @throws BudgetExceeded
 */
export function restsAfter(
  { steps, text }: Pattern,
  start: string,
  budget: Budget,
): readonly Pattern[] {
  const head = headOf(text);
  spend(budget, 1 / 16);
  if (!head.startsWith(start) && !start.startsWith(head)) return [];
  spend(budget, 1);
  let live = withStars(steps, [0]);
  for (let at = 0; at < start.length && live.length > 0; at++) {
    const code = start.charCodeAt(at);
    const moved = live.flatMap((position) => {
      const step = steps[position];
      if (step === any) return [position];
      return step === one || step === code ? [position + 1] : [];
    });
    live = withStars(steps, moved);
  }
  return live
    .filter((position) => !live.includes(position - 1) || steps[position - 1] !== any)
    .map((position) => patternOf(`${text} ${position}`, steps.slice(position), false));
}

/** A star may match nothing: what follows it is reached with it. */
function withStars(steps: readonly Step[], positions: readonly number[]): readonly number[] {
  const reached = new Set(positions);
  for (const position of reached) if (steps[position] === any) reached.add(position + 1);
  return [...reached];
}

/**
 * For which accounts a pattern matches that goes on with the account's ID: the one it names,
 * `undefined` for all alike, or `some` where it is a matter of single digits.
 */
export function accountIn({ steps }: Pattern): string | undefined {
  let at = 0;
  let wild = false;
  while (steps[at] === any || steps[at] === one) {
    wild = true;
    at++;
  }
  if (wild) return isDigit(steps[at]) ? 'some' : undefined;
  let digits = '';
  for (let step = steps[at]; isDigit(step); step = steps[++at]) digits += String.fromCharCode(step);
  if (steps[at] === any || steps[at] === one)
    return digits === '' || digits.length > 12 ? undefined : digits.length === 12 ? digits : 'some';
  return digits.length === 12 ? digits : undefined;
}

function isDigit(step: Step | undefined): step is number {
  return typeof step === 'number' && step >= 0x30 && step <= 0x39;
}
