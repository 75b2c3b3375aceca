/**
 * How much work a comparison may do, counted in steps of its search (automaton states, pattern
 * pairs, regions), not in time: the same input always gets the same answer.
 */
export interface Budget {
  left: number;
}

export class BudgetExceeded extends Error {
  override readonly name = 'BudgetExceeded';
}

export function spend(budget: Budget, steps: number): void {
  budget.left -= steps;
  // Not `< 0`: a budget that is no number is spent.
  if (!(budget.left >= 0)) throw new BudgetExceeded('The comparison takes more steps than it may.');
}
